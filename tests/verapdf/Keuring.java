// SPDX-License-Identifier: EUPL-1.2
// Has veraPDF check files: Keuring FLAVOURS FILE...; one line a file and flavour, then one for each failed rule.
// Fields are parted by tabs: "file", flavour, name, yes/no, checks; "rule", clause, how often, message, where first.

import java.io.File;
import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Keuring {
  public static void main(String[] woorden) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (int plek = 1; plek < woorden.length; plek++)
      for (String soort : woorden[0].split(",")) check(PDFAFlavour.fromString(soort), soort, new File(woorden[plek]));
  }

  private static void check(PDFAFlavour norm, String soort, File bestand) throws Exception {
    try (FileInputStream in = new FileInputStream(bestand);
        PDFAParser lezer = Foundries.defaultInstance().createParser(in, norm);
        PDFAValidator keurder = Foundries.defaultInstance().createValidator(norm, false)) {
      ValidationResult uitslag = keurder.validate(lezer);
      print("file", soort, bestand.getName(), uitslag.isCompliant() ? "yes" : "no",
          Integer.toString(uitslag.getTotalAssertions()));
      Map<String, Integer> aantal = new TreeMap<>();
      Map<String, TestAssertion> eerste = new TreeMap<>();
      for (TestAssertion toets : uitslag.getTestAssertions())
        if (toets.getStatus() == TestAssertion.Status.FAILED) {
          String regel = toets.getRuleId().getClause() + "-" + toets.getRuleId().getTestNumber();
          aantal.merge(regel, 1, Integer::sum);
          eerste.putIfAbsent(regel, toets);
        }
      for (String regel : aantal.keySet())
        print("rule", regel, aantal.get(regel).toString(), eerste.get(regel).getMessage(),
            eerste.get(regel).getLocation().getContext());
    }
  }

  private static void print(String... velden) {
    for (int plek = 0; plek < velden.length; plek++)
      velden[plek] = String.valueOf(velden[plek]).replaceAll("\\s+", " ");
    System.out.println(String.join("\t", velden));
  }
}
