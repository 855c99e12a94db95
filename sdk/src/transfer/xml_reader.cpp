#include "transfer/xml_reader.h"

#include <array>
#include <optional>
#include <utility>

#include <expat.h>

#include "transfer/table_problems.h"

namespace zf::transfer {
namespace {

constexpr int depth_max = 64;
constexpr int attributes_max = 256;
constexpr std::size_t piece_length = 32 << 10;

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

Problem entity_declaration(std::string_view part) {
    return file_problem("transfer.entity_declaration",
                        "The workbook declares entities in its part {0}, as files made to do harm "
                        "do. Nothing was taken "
                        "over. Save it anew as XLSX or CSV.",
                        {std::string{part}});
}

}  // namespace

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view XmlAttributes::get(std::string_view name) const {
    for (const char** each = attributes_; *each != nullptr; each += 2)
        if (local_name(each[0]) == name) return each[1];
    return {};
}

struct XmlReader::State {
    std::unique_ptr<XML_ParserStruct, FreeParser> parser{XML_ParserCreate(nullptr)};
    ZipPart part;
    std::string part_name;
    XmlHandler& handler;
    int depth = 0;
    std::optional<Problem> problem;

    State(ZipPart zip_part, std::string name, XmlHandler& its_handler)
        : part{std::move(zip_part)},
          part_name{std::move(name)},
          handler{its_handler} {
        XML_SetUserData(parser.get(), this);
        XML_SetElementHandler(parser.get(), on_start, on_end);
        XML_SetCharacterDataHandler(parser.get(), on_text);
        XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    }
    void stop(Problem found) {
        problem = std::move(found);
        XML_StopParser(parser.get(), XML_FALSE);
    }
    static State& self(void* data) { return *static_cast<State*>(data); }

    static void XMLCALL on_start(void* data, const char* name, const char** attributes) {
        State& state = self(data);
        const bool is_too_much = ++state.depth > depth_max ||
                                 XML_GetSpecifiedAttributeCount(state.parser.get()) >
                                     attributes_max * 2;
        if (is_too_much) return state.stop(damaged_workbook(state.part_name));
        state.handler.start(local_name(name), XmlAttributes{attributes});
    }
    static void XMLCALL on_end(void* data, const char* name) {
        --self(data).depth;
        self(data).handler.end(local_name(name));
    }
    static void XMLCALL on_text(void* data, const char* text, int length) {
        self(data).handler.text({text, static_cast<std::size_t>(length)});
    }
    static void XMLCALL on_doctype(void* data, const char*, const char*, const char*, int) {
        self(data).stop(entity_declaration(self(data).part_name));
    }
};

XmlReader::XmlReader(ZipPart part, std::string part_name, XmlHandler& handler)
    : state_{std::make_unique<State>(std::move(part), std::move(part_name), handler)} {}
XmlReader::~XmlReader() = default;
XmlReader::XmlReader(XmlReader&&) noexcept = default;

Result<bool> XmlReader::read_piece() {
    std::array<char, piece_length> piece{};
    const Result<std::size_t> count = state_->part.read(piece);
    if (!count) return count.error();
    const auto status = XML_Parse(state_->parser.get(), piece.data(), static_cast<int>(*count),
                                  *count == 0);
    if (state_->problem) return *state_->problem;
    if (status != XML_STATUS_OK) return damaged_workbook(state_->part_name);
    return *count != 0;
}

Result<bool> XmlReader::read_all() {
    for (;;) {
        Result<bool> goes_on = read_piece();
        if (!goes_on || !*goes_on) return goes_on;
    }
}

int XmlReader::progress_ppm() const {
    return state_->part.progress_ppm();
}

}  // namespace zf::transfer
