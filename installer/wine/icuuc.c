/* SPDX-License-Identifier: EUPL-1.2
   For the trial under Wine only, never shipped: Windows has an icuuc.dll, Debian's Wine has none. Qt looks the
   names up when it starts and does without the answers. */
#include <stdint.h>
#define STUB(name) __declspec(dllexport) intptr_t name(void) { return 0; }
STUB(ucnv_cbFromUWriteUChars)
STUB(ucnv_cbToUWriteUChars)
STUB(ucnv_close)
STUB(ucnv_countAvailable)
STUB(ucnv_fromUCountPending)
STUB(ucnv_fromUnicode)
STUB(ucnv_getAvailableName)
STUB(ucnv_getFromUCallBack)
STUB(ucnv_getMaxCharSize)
STUB(ucnv_getName)
STUB(ucnv_getStandardName)
STUB(ucnv_getToUCallBack)
STUB(ucnv_open)
STUB(ucnv_reset)
STUB(ucnv_setFromUCallBack)
STUB(ucnv_setToUCallBack)
STUB(ucnv_toUCountPending)
STUB(ucnv_toUnicode)
