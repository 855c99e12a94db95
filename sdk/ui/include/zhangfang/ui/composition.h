#pragma once

#include "zhangfang/base/export.h"

class wxTextCtrl;

namespace zf {

// Lets `takes_composed_key` know what an input method has begun in this one-line box.
ZF_EXPORT void watch_composition(wxTextCtrl& box);

// Called with a key before anything else looks at it: while a word is being composed, the key
// belongs to the input method (Enter ends the word, Escape drops it) and true is the answer.
ZF_EXPORT bool takes_composed_key(wxTextCtrl& box);

}  // namespace zf
