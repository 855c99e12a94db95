// zf_scenario FILE sqlite|postgresql: tells one story; ends with 1 and says where it went
// otherwise. With `write` behind it, prints the story with what really came back.
#include <exception>
#include <iostream>

#include "scenarios/story.h"
#include "support/own_home.h"

int main(int count, char** words) {
    using namespace zf;
    if (count < 3) {
        std::cerr << "zf_scenario FILE sqlite|postgresql [write]\n";
        return 2;
    }
    try {
        const test::OwnHome home;
        const std::string store = words[2];
        const test::Scenario scenario = test::read_scenario(std::filesystem::absolute(words[1]));
        const host::Modules modules{{.language = "en"}};
        test::Story story{modules, store == "sqlite" ? StoreKind::sqlite : StoreKind::postgresql};
        if (count == 3)
            story.tell(scenario);
        else
            std::cout << story.write(scenario);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
