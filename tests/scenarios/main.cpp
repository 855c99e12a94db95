// zf_scenario FILE sqlite|postgresql: tells one story; ends with 1 and says where it went otherwise.
#include "scenarios/story.h"

#include <cstdlib>
#include <exception>
#include <iostream>

int main(int count, char** words) {
    using namespace zf;
    if (count != 3) {
        std::cerr << "zf_scenario FILE sqlite|postgresql\n";
        return 2;
    }
    try {
        const test::TemporaryFolder home;  // nothing of the person who runs the tests is touched
        for (const char* variable : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            setenv(variable, home.path().c_str(), 1);
        const std::string store = words[2];
        const test::Scenario scenario = test::read_scenario(std::filesystem::absolute(words[1]));
        const host::Modules modules{{.language = "en"}};
        test::Story{modules, store == "sqlite" ? StoreKind::sqlite : StoreKind::postgresql}.tell(scenario);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
