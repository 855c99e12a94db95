#include "zhangfang/rules/lifecycle.h"

namespace zf {

// A sentence for each number of states, because languages join their lists differently.
static std::string sentence_for(std::size_t needed) {
    switch (needed) {
        case 1: return "The state is \"{0}\"; the command needs \"{1}\". Nothing was changed.";
        case 2:
            return "The state is \"{0}\"; the command needs \"{1}\" or \"{2}\". Nothing was "
                   "changed.";
        case 3:
            return "The state is \"{0}\"; the command needs \"{1}\", \"{2}\" or \"{3}\". Nothing "
                   "was changed.";
        default:
            return "The state is \"{0}\", and the command does not start from there. Nothing was "
                   "changed.";
    }
}

Message wrong_state(std::string is, std::vector<std::string> needed) {
    Message message{sentence_for(needed.size()), {std::move(is)}};
    if (needed.size() > 3) return message;
    for (std::string& state : needed) message.arguments.emplace_back(std::move(state));
    return message;
}

}  // namespace zf
