#include "zhangfang/plugin/loader.h"

#include <cstdlib>
#include <fstream>

#include "support/catch.h"
#include "support/folders.h"
#include "support/temporary_folder.h"
#include "zhangfang/model/json.h"
#include "zhangfang/platform/platform.h"

using namespace zf;

namespace {

namespace fs = std::filesystem;

// A folder of plugins, copied from what was built, so that a test may spoil it.
class PluginFolder {
public:
    void install(const std::string& id) {
        const fs::path from = test::build_folder() / "tests" / "plugin_abi" / id;
        for (const char* suffix : {".so", ".plugin.json"})
            fs::copy_file(from / (id + suffix), folder_.path() / (id + suffix));
    }
    Record manifest(const std::string& id) const {
        return parse_json(test::content_of(manifest_file(id)))->as<Record>();
    }
    void say(const std::string& id, const std::string& name, Value value) {
        Record record = manifest(id);
        record.set(name, std::move(value));
        std::ofstream{manifest_file(id), std::ios::trunc} << to_json(Value{record});
    }
    fs::path manifest_file(const std::string& id) const {
        return folder_.path() / (id + ".plugin.json");
    }
    fs::path library(const std::string& id) const { return folder_.path() / (id + ".so"); }
    Loader::Options options() const { return {.folders = {folder_.path()}}; }
    std::string file(std::string_view name) const { return folder_.file(name); }

private:
    test::TemporaryFolder folder_;
};

std::vector<std::string> codes_of(const Loader& loader, const std::string& id) {
    std::vector<std::string> codes;
    for (const FoundPlugin& each : loader.plugins()) {
        if (each.manifest.id != id) continue;
        for (const Problem& problem : each.refusals) codes.push_back(problem.code);
    }
    return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a sound plugin adds what it declares", "[plugin]") {
    PluginFolder folder;
    folder.install("sound");
    Loader loader{folder.options()};
    Registry registry;

    loader.load(registry);

    CHECK(codes_of(loader, "sound").empty());
    CHECK(registry.commands().contains("sound.greeting.say"));
    CHECK(registry.permission("sound.greet") != nullptr);
}

TEST_CASE("each wrong plugin is refused with its own code, and the sound one still loads",
          "[plugin]") {
    struct Case {
        std::string id;
        Codes codes;
    };
    const auto wrong = GENERATE(values<Case>({
        {"entryless", {"plugin.no_entry"}},
        {"other_layout", {"plugin.layout"}},
        {"stranger", {"plugin.layout"}},
        {"stillborn", {"plugin.construct"}},
        {"mute", {"plugin.describe"}},
        {"rude", {"plugin.describe"}},
        // The foreign command name, and the menu entry that opens nothing.
        {"contradicting", {"plugin.declaration", "plugin.declaration"}},
    }));
    PluginFolder folder;
    folder.install(wrong.id);
    folder.install("sound");
    Loader loader{folder.options()};
    Registry registry;

    loader.load(registry);

    CHECK(codes_of(loader, wrong.id) == wrong.codes);
    CHECK(codes_of(loader, "sound").empty());
    // Nothing of a refused plugin is half registered.
    CHECK(registry.commands().size() == 1);
    CHECK(registry.permissions().size() == 1);
    CHECK(registry.menu().empty());
}

TEST_CASE("the text of an exception outlives the library that threw it", "[plugin]") {
    PluginFolder folder;
    folder.install("mute");
    Loader loader{folder.options()};
    Registry registry;

    loader.load(registry);

    REQUIRE(loader.plugins().size() == 1);
    const Message& text = loader.plugins().front().refusals.at(0).text;
    CHECK(text.arguments.at(1) == Argument{std::string{"says nothing"}});
}

TEST_CASE("a description that cannot be believed keeps the plugin closed", "[plugin]") {
    PluginFolder folder;
    folder.install("sound");
    std::string expected = "plugin.manifest";

    SECTION("no JSON") {
        std::ofstream{folder.manifest_file("sound"), std::ios::trunc} << "{\"id\":";
    }
    SECTION("an empty file") {
        std::ofstream{folder.manifest_file("sound"), std::ios::trunc};
    }
    SECTION("a part is missing") {
        folder.say("sound", "abi_tag", Value{});
    }
    SECTION("another id than the file's name") {
        folder.say("sound", "id", "loud");
    }
    SECTION("an id that leads out of the folder") {
        folder.say("sound", "id", "../sound");
    }
    SECTION("no digest") {
        folder.say("sound", "sha256", "abc");
    }
    SECTION("another ABI tag") {
        folder.say("sound", "abi_tag", "zhangfang-1.0 msvc-19 x86_64 release");
        expected = "plugin.abi";
    }
    SECTION("another version of the sdk") {
        folder.say("sound", "sdk_version", "0.9");
        expected = "plugin.abi";
    }
    SECTION("a library that was changed by one byte") {
        std::fstream library{folder.library("sound"),
                             std::ios::in | std::ios::out | std::ios::binary};
        library.seekp(-1, std::ios::end);
        library.put('\x7f');
        expected = "plugin.tampered";
    }
    SECTION("no library") {
        fs::remove(folder.library("sound"));
        expected = "plugin.cannot_open";
    }
    Loader loader{folder.options()};
    Registry registry;

    loader.load(registry);

    CHECK(codes_of(loader, "sound") == Codes{expected});
    CHECK(registry.commands().empty());
}

TEST_CASE("a file that is no library is refused although its digest is right", "[plugin]") {
    PluginFolder folder;
    folder.install("sound");
    std::ofstream{folder.library("sound"), std::ios::trunc} << "abc";
    // SHA-256 of "abc", FIPS 180-4.
    folder.say("sound", "sha256",
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Loader loader{folder.options()};
    Registry registry;

    loader.load(registry);

    CHECK(codes_of(loader, "sound") == Codes{"plugin.cannot_open"});
}

TEST_CASE("a plugin is opened after the one it needs, and goes before it", "[plugin]") {
    PluginFolder folder;
    folder.install("sound");
    folder.install("second");
    folder.say("second", "requires", List{"sound"});
    const std::string log = folder.file("log");
    setenv("ZF_TEST_PLUGIN_LOG", log.c_str(), 1);

    {
        Loader loader{folder.options()};
        Registry registry;
        loader.load(registry);
        CHECK(registry.permissions().at(0).name == "sound.greet");
        CHECK(registry.permissions().at(1).name == "second.look");
    }

    unsetenv("ZF_TEST_PLUGIN_LOG");
    CHECK(test::content_of(log) == "second gone\nsound gone\n");
}

TEST_CASE("what needs a refused, missing or disabled plugin is refused with it", "[plugin]") {
    PluginFolder folder;
    folder.install("second");
    folder.say("second", "requires", List{"sound"});
    Loader::Options options = folder.options();
    SECTION("missing") {}
    SECTION("refused") {
        folder.install("sound");
        folder.say("sound", "sdk_version", "0.9");
    }
    SECTION("disabled") {
        folder.install("sound");
        options.disabled = {"sound"};
    }
    Loader loader{options};
    Registry registry;

    loader.load(registry);

    CHECK(codes_of(loader, "second") == Codes{"plugin.requires"});
    CHECK(registry.permissions().empty());
}

TEST_CASE("plugins that need each other in a circle are all refused", "[plugin]") {
    PluginFolder folder;
    folder.install("sound");
    folder.install("second");
    folder.say("sound", "requires", List{"second"});
    folder.say("second", "requires", List{"sound"});
    Loader loader{folder.options()};
    Registry registry;

    loader.load(registry);

    CHECK(codes_of(loader, "sound") == Codes{"plugin.cycle"});
    CHECK(codes_of(loader, "second") == Codes{"plugin.cycle"});
}

TEST_CASE("the second copy of a plugin is refused", "[plugin]") {
    PluginFolder first, second;
    first.install("sound");
    second.install("sound");
    Loader::Options options = first.options();
    options.folders.push_back(second.options().folders.front());
    Loader loader{options};
    Registry registry;

    loader.load(registry);

    REQUIRE(loader.plugins().size() == 2);
    CHECK(loader.plugins()[0].refusals.empty());
    CHECK(loader.plugins()[1].refusals.at(0).code == "plugin.manifest");
    CHECK(registry.commands().size() == 1);
}

TEST_CASE("a digest is remembered only in a file that nobody else can write", "[plugin]") {
    PluginFolder folder;
    folder.install("sound");
    const fs::path memory = folder.file("digests.json");
    Loader::Options options = folder.options();
    options.digest_memory = memory;
    {
        Loader loader{options};
        Registry registry;
        loader.load(registry);
    }
    REQUIRE(platform::is_private_file(memory));
    // The memory is made to say that the library has another digest: who believes it refuses the
    // plugin.
    Record kept = parse_json(test::content_of(memory))->as<Record>();
    REQUIRE(kept.size() == 1);
    Record entry = kept.begin()->second.as<Record>();
    const std::string path = kept.begin()->first;
    entry.set("sha256", std::string(64, '0'));
    kept.set(path, entry);
    std::ofstream{memory, std::ios::trunc} << to_json(Value{kept});
    const auto codes = [&] {
        Loader loader{options};
        Registry registry;
        loader.load(registry);
        return codes_of(loader, "sound");
    };

    SECTION("a private memory is believed") {
        CHECK(codes() == Codes{"plugin.tampered"});
    }
    SECTION("one that others can write is not") {
        fs::permissions(memory, fs::perms::group_write | fs::perms::others_write,
                        fs::perm_options::add);
        CHECK(codes().empty());
    }
    SECTION("a file that was replaced is read again") {
        fs::copy_file(folder.library("sound"), folder.file("copy"));
        fs::rename(folder.file("copy"), folder.library("sound"));
        CHECK(codes().empty());
    }
}

TEST_CASE("the marker of a start that died names the plugin it was opening", "[plugin]") {
    PluginFolder folder;
    folder.install("sound");
    Loader::Options options = folder.options();
    options.crash_marker = folder.file("opening");

    SECTION("a process that is gone") {
        // Process numbers end at 4,194,304 (PID_MAX_LIMIT).
        std::ofstream{options.crash_marker} << "4194305 sound\n";
        Loader loader{options};
        CHECK(loader.crashed() == "sound");
    }
    SECTION("another start that goes on at this moment") {
        std::ofstream{options.crash_marker} << platform::process_id() << " sound\n";
        Loader loader{options};
        CHECK(loader.crashed().empty());
    }
    SECTION("a start that went well leaves none") {
        Loader loader{options};
        Registry registry;
        loader.load(registry);
        CHECK(!fs::exists(options.crash_marker));
    }
}

TEST_CASE("a plugin without windows has no ui module to open", "[plugin]") {
    PluginFolder folder;
    folder.install("sound");
    Loader loader{folder.options()};
    Registry registry;
    loader.load(registry);

    const auto entry = loader.open_ui("sound", "zhangfang_ui");

    REQUIRE(entry.has_value());
    CHECK(*entry == nullptr);
}
