/* SPDX-License-Identifier: EUPL-1.2
 *
 * Packs standard input as the data of one folder of a cabinet (CFDATA records, LZX with a window of 2 MB) to
 * standard output. Only for building the MSI: nothing of it is shipped. Written from the published format
 * ([MS-PATCH] LZX, [MS-CAB]); checked by unpacking with the decoders of others.
 *
 * A binary tree finds the matches; the cheapest way through each frame of 32 KB is found with the costs of the
 * round before. What is not tried: uncompressed blocks, blocks smaller than a frame.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    WINDOW = 1 << 21, FRAME = 32768, SLOTS = 50, MAIN = 256 + 8 * SLOTS, LENGTHS = 249, LONGEST = 257,
    NICE = 160, DEPTH = 64, MACRO = 16, ROUNDS = 2, PER_PLACE = 40, HASH_BITS = 18, NO_COST = 1 << 30,
    JUMP_LIMIT = 12000000
};
typedef struct { uint32_t length, offset; } Match;
typedef struct { uint32_t form; uint16_t length; } Step; /* length 1: form is the byte */
typedef struct { int cost; uint32_t recent[3], form; uint16_t length; } Node;
typedef struct { uint32_t main[MAIN], length[LENGTHS], aligned[8]; } Counts;
typedef struct { int main[MAIN], length[LENGTHS], aligned[8]; } Costs;

static uint8_t *data;
static uint32_t total;
static uint32_t tree[2 * WINDOW], by2[1 << 16], by3[1 << HASH_BITS], by4[1 << HASH_BITS]; /* place + 1 */
static Match *found;
static uint32_t first_found[MACRO * FRAME + 1];
static Step steps[MACRO][FRAME];
static uint32_t step_count[MACRO];
static Counts counts[MACRO];

static void fail(const char *why) { fprintf(stderr, "lzx: %s\n", why); exit(1); }

/* --- matches --------------------------------------------------------------------------------------- */

static uint32_t same(uint32_t a, uint32_t b, uint32_t from, uint32_t most) {
    while (from < most && data[a + from] == data[b + from]) from++;
    return from;
}

static uint32_t hash(const uint8_t *at, int bytes) {
    uint32_t word = at[0] | at[1] << 8 | at[2] << 16 | (bytes == 4 ? (uint32_t)at[3] << 24 : 0);
    return word * 2654435761u >> (32 - HASH_BITS);
}

static uint32_t offer(Match *out, uint32_t count, uint32_t length, uint32_t offset) {
    if (count < PER_PLACE) out[count++] = (Match){length, offset};
    return count;
}

/* Puts this place in the tree; the matches, each longer than the one before. out NULL: only put it there. */
static uint32_t find(uint32_t at, Match *out) {
    uint32_t most = total - at < LONGEST ? total - at : LONGEST, count = 0, best = 1;
    if (most < 4) return 0;
    uint32_t two = data[at] | data[at + 1] << 8, three = hash(data + at, 3), four = hash(data + at, 4);
    uint32_t near[2] = {by2[two], by3[three]}, place = by4[four];
    by2[two] = by3[three] = by4[four] = at + 1;
    for (int i = 0; out && i < 2; i++) {
        if (!near[i] || at + 1 - near[i] > WINDOW - 3) continue;
        uint32_t length = same(near[i] - 1, at, 0, most);
        if (length > best) count = offer(out, count, best = length, at + 1 - near[i]);
    }
    uint32_t *less = &tree[2 * (at % WINDOW)], *more = less + 1, least_less = 0, least_more = 0;
    for (int depth = 0; ; depth++) {
        if (!place || at + 1 - place > WINDOW - 3 || depth == DEPTH) { *less = *more = 0; return count; }
        uint32_t *pair = &tree[2 * ((place - 1) % WINDOW)];
        uint32_t length = same(place - 1, at, least_less < least_more ? least_less : least_more, most);
        if (length > best && out) count = offer(out, count, best = length, at + 1 - place);
        if (length >= most || length >= NICE) { *less = pair[0]; *more = pair[1]; return count; }
        if (data[place - 1 + length] < data[at + length]) {
            *less = place; less = &pair[1]; place = *less; least_less = length;
        } else {
            *more = place; more = &pair[0]; place = *more; least_more = length;
        }
    }
}

/* All matches of some frames, clipped at the end of their frame. */
static void find_all(uint32_t begin, uint32_t end) {
    uint32_t count = 0;
    for (uint32_t at = begin; at < end; ) {
        uint32_t rest = FRAME - (at - begin) % FRAME, skip = 1;
        if (rest > end - at) rest = end - at;
        first_found[at - begin] = count;
        uint32_t here = find(at, found + count);
        for (uint32_t i = 0; i < here; i++)
            if (found[count + i].length > rest) { found[count + i].length = rest; here = i + 1; }
        if (here && found[count + here - 1].length < 2) here = 0;
        count += here;
        if (here && found[count - 1].length >= NICE) skip = found[count - 1].length;
        for (at++; --skip; at++) { first_found[at - begin] = count; find(at, NULL); }
    }
    first_found[end - begin] = count;
}

/* --- the cheapest way ------------------------------------------------------------------------------ */

static int slot_of(uint32_t form) {
    if (form < 4) return form;
    if (form >= 1 << 18) return 34 + (form >> 17);
    int log = 31 - __builtin_clz(form);
    return 2 * log + (form >> (log - 1) & 1);
}

static int extra_of(int slot) { return slot < 4 ? 0 : slot < 36 ? slot / 2 - 1 : 17; }

static uint32_t base_of(int slot) {
    return slot < 4 ? (uint32_t)slot : slot < 36 ? (2u + slot % 2) << (slot / 2 - 1) : (uint32_t)(slot - 34) << 17;
}

static int offset_cost(const Costs *costs, uint32_t form) {
    int extra = extra_of(slot_of(form));
    return extra < 3 ? 16 * extra : 16 * (extra - 3) + costs->aligned[(form - base_of(slot_of(form))) & 7];
}

static void step_to(Node *nodes, uint32_t from, uint32_t length, uint32_t form, int offset, const Costs *costs) {
    int head = length - 2 < 7 ? length - 2 : 7, cost = nodes[from].cost + offset;
    cost += costs->main[256 + 8 * slot_of(form) + head] + (head == 7 ? costs->length[length - 9] : 0);
    Node *to = &nodes[from + length];
    if (cost >= to->cost) return;
    *to = nodes[from];
    to->cost = cost, to->form = form, to->length = length;
    if (form > 2) {
        to->recent[2] = to->recent[1], to->recent[1] = to->recent[0], to->recent[0] = form - 2;
    } else if (form) {
        to->recent[form] = to->recent[0], to->recent[0] = nodes[from].recent[form];
    }
}

static void walk(Node *nodes, uint32_t begin, uint32_t size, uint32_t place, const Costs *costs) {
    for (uint32_t i = 0; i < size; i++) {
        uint32_t at = begin + i, most = size - i < LONGEST ? size - i : LONGEST, covered = 1;
        if (nodes[i].cost == NO_COST) continue;
        int done = 0;
        for (int r = 0; r < 3 && !done; r++) {
            uint32_t back = nodes[i].recent[r];
            uint32_t length = back > at ? 0 : same(at - back, at, 0, most);
            if ((done = length >= NICE)) step_to(nodes, i, length, r, 0, costs);
            else for (uint32_t n = 2; n <= length; n++) step_to(nodes, i, n, r, 0, costs);
        }
        Match *match = found + first_found[place + i], *last = found + first_found[place + i + 1];
        if (!done && match < last && last[-1].length >= NICE) {
            uint32_t form = last[-1].offset + 2;
            step_to(nodes, i, last[-1].length, form, offset_cost(costs, form), costs);
            done = 1;
        }
        if (done) continue;
        for (; match < last; match++) {
            int cost = offset_cost(costs, match->offset + 2);
            while (covered < match->length) step_to(nodes, i, ++covered, match->offset + 2, cost, costs);
        }
        int cost = nodes[i].cost + costs->main[data[at]];
        if (cost < nodes[i + 1].cost) {
            nodes[i + 1] = nodes[i];
            nodes[i + 1].cost = cost, nodes[i + 1].form = data[at], nodes[i + 1].length = 1;
        }
    }
}

static void count_step(Counts *into, Step step) {
    if (step.length == 1) { into->main[step.form]++; return; }
    int slot = slot_of(step.form), head = step.length - 2 < 7 ? step.length - 2 : 7;
    into->main[256 + 8 * slot + head]++;
    if (head == 7) into->length[step.length - 9]++;
    if (extra_of(slot) >= 3) into->aligned[(step.form - base_of(slot)) & 7]++;
}

/* One frame: its steps and what they count to; recent: the offsets before it, and after. */
static void choose(int frame, uint32_t begin, uint32_t size, uint32_t recent[3], const Costs *costs) {
    static Node nodes[FRAME + 1];
    for (uint32_t i = 1; i <= size; i++) nodes[i].cost = NO_COST;
    nodes[0].cost = 0;
    memcpy(nodes[0].recent, recent, sizeof nodes[0].recent);
    walk(nodes, begin, size, frame * FRAME, costs);
    memcpy(recent, nodes[size].recent, sizeof nodes[0].recent);
    uint32_t count = 0;
    for (uint32_t i = size; i; i -= nodes[i].length) count++;
    step_count[frame] = count;
    memset(&counts[frame], 0, sizeof counts[frame]);
    for (uint32_t i = size; i; i -= nodes[i].length) {
        steps[frame][--count] = (Step){nodes[i].form, nodes[i].length};
        count_step(&counts[frame], steps[frame][count]);
    }
}

/* --- costs and codes ------------------------------------------------------------------------------- */

/* In sixteenths of a bit, out of how often each occurred; gives what all of them together cost in bits. */
static double weigh(const uint32_t *often, int size, int *costs) {
    double sum = 0, bits = 0;
    for (int i = 0; i < size; i++) sum += often[i];
    for (int i = 0; i < size; i++) {
        double one = log2((sum + 1) / (often[i] ? often[i] : 0.4));
        bits += often[i] * one;
        if (costs) costs[i] = one > 18 ? 288 : 16 * one;
    }
    return bits;
}

static double weigh_all(const Counts *of, Costs *costs) {
    double aligned = weigh(of->aligned, 8, costs ? costs->aligned : NULL), plain = 0;
    for (int i = 0; i < 8; i++) plain += 3 * of->aligned[i];
    if (plain <= aligned + 24) {
        aligned = plain;
        for (int i = 0; costs && i < 8; i++) costs->aligned[i] = 48;
    }
    return aligned + weigh(of->main, MAIN, costs ? costs->main : NULL)
        + weigh(of->length, LENGTHS, costs ? costs->length : NULL);
}

static void add(Counts *to, const Counts *more) {
    uint32_t *into = (uint32_t *)to;
    for (size_t i = 0; i < sizeof *to / 4; i++) into[i] += ((const uint32_t *)more)[i];
}

/* Code lengths of at most `most` bits; at least two symbols get one, so that every decoder has a whole tree. */
static void code_lengths(const uint32_t *often, int size, int most, uint8_t *lengths) {
    static uint64_t weight[2 * MAIN];
    static int parent[2 * MAIN], queue[2 * MAIN];
    uint32_t use[MAIN];
    int used = 0;
    for (int i = 0; i < size; i++) used += (use[i] = often[i]) > 0;
    for (int i = 0; used < 2; i++) if (!use[i]) use[i] = 1, used++;
    for (;;) {
        int count = 0, longest = 0;
        for (int i = 0; i < size; i++) if (use[i]) {
            int at = count++;
            for (; at && use[queue[at - 1]] > use[i]; at--) queue[at] = queue[at - 1];
            queue[at] = i;
        }
        for (int i = 0; i < count; i++) weight[i] = use[queue[i]];
        int leaf = 0, inner = count;
        for (int made = count; made < 2 * count - 1; made++) {
            weight[made] = 0;
            for (int side = 0; side < 2; side++) {
                int take = leaf < count && (inner >= made || weight[leaf] <= weight[inner]) ? leaf++ : inner++;
                weight[made] += weight[take], parent[take] = made;
            }
        }
        memset(lengths, 0, size);
        for (int i = 0; i < count; i++) {
            int length = 0;
            for (int up = i; up != 2 * count - 2; up = parent[up]) length++;
            if (length > longest) longest = length;
            lengths[queue[i]] = length;
        }
        if (longest <= most) return;
        for (int i = 0; i < size; i++) if (use[i]) use[i] = use[i] / 2 + 1;
    }
}

static void codes_of(const uint8_t *lengths, int size, uint32_t *codes) {
    uint32_t next = 0;
    for (int length = 1; length <= 16; length++, next <<= 1)
        for (int i = 0; i < size; i++) if (lengths[i] == length) codes[i] = next++;
}

/* --- writing --------------------------------------------------------------------------------------- */

static uint8_t written[FRAME + 6144];
static uint32_t written_size;
static uint64_t pending;
static int pending_bits;

static void put(uint32_t value, int bits) {
    pending = pending << bits | value, pending_bits += bits;
    while (pending_bits >= 16) {
        if (written_size + 2 > sizeof written) fail("a frame grew too large");
        uint32_t word = pending >> (pending_bits -= 16) & 0xFFFF;
        written[written_size++] = word, written[written_size++] = word >> 8;
    }
}

/* One CFDATA record. */
static void put_frame(uint32_t size) {
    if (pending_bits) put(0, 16 - pending_bits);
    uint32_t sum = written_size | size << 16;
    for (uint32_t i = 0; i < written_size; i++) {
        uint32_t whole = written_size & ~3u;
        int shift = i < whole ? 8 * (i % 4) : 8 * (written_size - 1 - i);
        sum ^= (uint32_t)written[i] << shift;
    }
    uint32_t head[2] = {sum, written_size | size << 16};
    fwrite(head, 4, 2, stdout);
    fwrite(written, 1, written_size, stdout);
    written_size = 0;
}

/* Lengths as differences from those of the block before, with runs, in a code of their own. */
static void put_lengths(const uint8_t *lengths, uint8_t *before, int size) {
    uint8_t symbols[MAIN], argument[MAIN], code_length[20];
    uint32_t often[20] = {0}, codes[20];
    int count = 0;
    for (int i = 0, run; i < size; i += run) {
        uint8_t change = (before[i] + 17 - lengths[i]) % 17;
        for (run = 1; i + run < size && run < 51 && lengths[i + run] == lengths[i]; ) run++;
        if (!lengths[i] && run >= 20) symbols[count] = 18, argument[count++] = run - 20;
        else if (!lengths[i] && run >= 4) {
            if (run > 19) run = 19;
            symbols[count] = 17, argument[count++] = run - 4;
        } else if (lengths[i] && run >= 4) {
            if (run > 5) run = 5;
            symbols[count] = 19, argument[count++] = run - 4;
            often[19]++;
            symbols[count] = change, argument[count++] = 0;
        } else run = 1, symbols[count] = change, argument[count++] = 0;
        often[symbols[count - 1]]++;
    }
    code_lengths(often, 20, 15, code_length);
    codes_of(code_length, 20, codes);
    for (int i = 0; i < 20; i++) put(code_length[i], 4);
    for (int i = 0; i < count; i++) {
        put(codes[symbols[i]], code_length[symbols[i]]);
        if (symbols[i] > 16) put(argument[i], symbols[i] == 17 ? 4 : symbols[i] == 18 ? 5 : 1);
    }
    memcpy(before, lengths, size);
}

static void put_steps(int frame, int aligned, uint8_t lengths[3][MAIN], uint32_t codes[3][MAIN]) {
    for (uint32_t i = 0; i < step_count[frame]; i++) {
        Step step = steps[frame][i];
        if (step.length == 1) { put(codes[0][step.form], lengths[0][step.form]); continue; }
        int slot = slot_of(step.form), head = step.length - 2 < 7 ? step.length - 2 : 7, extra = extra_of(slot);
        int symbol = 256 + 8 * slot + head;
        uint32_t rest = step.form - base_of(slot);
        put(codes[0][symbol], lengths[0][symbol]);
        if (head == 7) put(codes[1][step.length - 9], lengths[1][step.length - 9]);
        if (!aligned || extra < 3) { put(rest, extra); continue; }
        put(rest >> 3, extra - 3);
        put(codes[2][rest & 7], lengths[2][rest & 7]);
    }
}

/* Frames first..last as one block of this many bytes. */
static void put_block(int first, int last, uint32_t begin, uint32_t end) {
    static uint8_t before[2][MAIN];
    uint8_t lengths[3][MAIN];
    uint32_t codes[3][MAIN];
    Counts sum = counts[first];
    for (int frame = first + 1; frame <= last; frame++) add(&sum, &counts[frame]);
    code_lengths(sum.main, MAIN, 16, lengths[0]);
    code_lengths(sum.length, LENGTHS, 16, lengths[1]);
    code_lengths(sum.aligned, 8, 7, lengths[2]);
    for (int i = 0; i < 3; i++) codes_of(lengths[i], i == 0 ? MAIN : i == 1 ? LENGTHS : 8, codes[i]);
    int64_t gain = -24;
    for (int i = 0; i < 8; i++) gain += (int64_t)sum.aligned[i] * (3 - lengths[2][i]);
    put(gain > 0 ? 2 : 1, 3);
    put((end - begin) >> 8, 16);
    put((end - begin) & 255, 8);
    for (int i = 0; gain > 0 && i < 8; i++) put(lengths[2][i], 3);
    put_lengths(lengths[0], before[0], 256);
    put_lengths(lengths[0] + 256, before[0] + 256, MAIN - 256);
    put_lengths(lengths[1], before[1], LENGTHS);
    for (int frame = first; frame <= last; frame++) {
        put_steps(frame, gain > 0, lengths, codes);
        put_frame(begin + FRAME < end ? FRAME : end - begin);
        begin += FRAME;
    }
}

/* Which frames share a block: `ends[f]` is the last frame of the block that f is in. */
static void share(int frames, int *ends) {
    for (int first = 0, last; first < frames; first = last + 1) {
        Counts sum = counts[first];
        double cost = weigh_all(&sum, NULL);
        for (last = first; last + 1 < frames; last++) {
            Counts both = sum;
            add(&both, &counts[last + 1]);
            double joined = weigh_all(&both, NULL);
            if (joined > cost + weigh_all(&counts[last + 1], NULL) + 1200) break;
            sum = both, cost = joined;
        }
        for (int frame = first; frame <= last; frame++) ends[frame] = last;
    }
}

/* Calls in code go to a fixed place instead of a distance: the same call then looks the same. */
static void turn_calls(uint32_t frame) {
    uint32_t size = total - frame < FRAME ? total - frame : FRAME;
    for (uint32_t i = 0; size > 10 && i < size - 10; i++) {
        uint8_t *at = data + frame + i;
        if (*at != 0xE8) continue;
        int32_t place = frame + i, way = (int32_t)(at[1] | at[2] << 8 | at[3] << 16 | (uint32_t)at[4] << 24);
        if (way >= -place && way < JUMP_LIMIT - place) way += place;
        else if (way >= JUMP_LIMIT - place && way < JUMP_LIMIT) way -= JUMP_LIMIT;
        for (int byte = 0; byte < 4; byte++) at[1 + byte] = (uint32_t)way >> 8 * byte;
        i += 4;
    }
}

static void read_all(void) {
    size_t room = 1 << 24, have = 0, got;
    data = malloc(room);
    while (data && (got = fread(data + have, 1, room - have, stdin)))
        if ((have += got) == room) data = realloc(data, room *= 2);
    if (!data) fail("not enough memory");
    if (!have || have > 1 << 30) fail("nothing, or more than 1 GB");
    total = have;
}

/* Every frame gets the costs of the block that it is in. */
static void learn(int frames, const int *ends, Costs *costs) {
    for (int frame = 0, last; frame < frames; frame = last + 1) {
        Counts sum = counts[frame];
        for (last = frame; last < ends[frame]; ) add(&sum, &counts[++last]);
        for (int of = frame; of <= last; of++) weigh_all(&sum, &costs[of]);
    }
}

/* Some frames together: the way through them, the blocks that they make, written. */
static void pack(uint32_t begin, uint32_t end, uint32_t recent[3], Costs *costs) {
    int frames = (end - begin + FRAME - 1) / FRAME, ends[MACRO];
    uint32_t start[3];
    memcpy(start, recent, sizeof start);
    find_all(begin, end);
    for (int round = 0; round < ROUNDS; round++) {
        memcpy(recent, start, sizeof start);
        for (int frame = 0; frame < frames; frame++) {
            uint32_t from = begin + frame * FRAME;
            choose(frame, from, end - from < FRAME ? end - from : FRAME, recent, &costs[frame]);
        }
        share(frames, ends);
        learn(frames, ends, costs);
    }
    for (int frame = 0; frame < frames; frame = ends[frame] + 1) {
        uint32_t to = begin + (ends[frame] + 1) * FRAME;
        put_block(frame, ends[frame], begin + frame * FRAME, to < end ? to : end);
    }
    for (int frame = 0; frame < MACRO; frame++) costs[frame] = costs[frames - 1];
}

int main(void) {
    static Costs costs[MACRO];
    Counts flat;
    uint32_t recent[3] = {1, 1, 1};
    read_all();
    found = malloc(sizeof *found * MACRO * FRAME * PER_PLACE);
    if (!found) fail("not enough memory");
    for (uint32_t frame = 0; frame < total; frame += FRAME) turn_calls(frame);
    put(1, 1), put(JUMP_LIMIT >> 16, 16), put(JUMP_LIMIT & 0xFFFF, 16);
    for (size_t i = 0; i < sizeof flat / 4; i++) ((uint32_t *)&flat)[i] = 1;
    for (int i = 0; i < MACRO; i++) weigh_all(&flat, &costs[i]);
    for (uint32_t begin = 0; begin < total; begin += MACRO * FRAME)
        pack(begin, total - begin < MACRO * FRAME ? total : begin + MACRO * FRAME, recent, costs);
    return fflush(stdout) || ferror(stdout);
}
