/* SPDX-License-Identifier: EUPL-1.2
   For the trial under Wine only, never shipped: Windows 10 and later have this library, Debian's Wine has not.
   Programs in Rust take their random numbers from it. */
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
