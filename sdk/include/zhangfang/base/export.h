#pragma once

// ZF_EXPORT marks what crosses the border of the shared libraries; everything else stays hidden.
#if defined(_WIN32)
#if defined(ZF_BUILDING)
#define ZF_EXPORT __declspec(dllexport)
#else
#define ZF_EXPORT __declspec(dllimport)
#endif
#else
#define ZF_EXPORT __attribute__((visibility("default")))
#endif
