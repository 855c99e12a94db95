#include "zhangfang/audit/canonical_json.h"

#include <algorithm>

#include <fmt/format.h>

#include "zhangfang/store/search_key.h"

namespace zf {

static void write(std::string& json, const Value& value);

static void write_text(std::string& json, std::string_view text) {
    json += '"';
    for (const char byte : composed(text)) {
        switch (byte) {
            case '"': json += "\\\""; break;
            case '\\': json += "\\\\"; break;
            case '\b': json += "\\b"; break;
            case '\f': json += "\\f"; break;
            case '\n': json += "\\n"; break;
            case '\r': json += "\\r"; break;
            case '\t': json += "\\t"; break;
            default:
                if (static_cast<unsigned char>(byte) < 0x20)
                    json += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
                else
                    json += byte;
        }
    }
    json += '"';
}

static void write_record(std::string& json, const Record& record) {
    using Member = Record::Values::value_type;
    std::vector<const Member*> members;
    for (const Member& member : record) members.push_back(&member);
    // UTF-8 orders its bytes as the code points are ordered.
    std::sort(members.begin(), members.end(),
              [](const Member* left, const Member* right) { return left->first < right->first; });
    json += '{';
    for (const Member* member : members) {
        if (json.back() != '{') json += ',';
        write_text(json, member->first);
        json += ':';
        write(json, member->second);
    }
    json += '}';
}

static void write_list(std::string& json, const List& list) {
    json += '[';
    for (const Value& item : list) {
        if (&item != &list.front()) json += ',';
        write(json, item);
    }
    json += ']';
}

// One call for each kind of content; amounts are whole numbers of their smallest unit.
struct CanonicalWriter {
    std::string& json;

    void operator()(std::monostate) const { json += "null"; }
    void operator()(bool content) const { json += content ? "true" : "false"; }
    void operator()(std::int64_t content) const { json += std::to_string(content); }
    void operator()(const std::string& content) const { write_text(json, content); }
    void operator()(Money content) const { json += std::to_string(content.fen()); }
    void operator()(Quantity content) const { json += std::to_string(content.micro()); }
    void operator()(Price content) const { json += std::to_string(content.e8()); }
    void operator()(Rate content) const { json += std::to_string(content.ppm()); }
    void operator()(Date content) const { write_text(json, content.iso()); }
    void operator()(Month content) const { write_text(json, content.iso()); }
    void operator()(const Record& content) const { write_record(json, content); }
    void operator()(const List& content) const { write_list(json, content); }
};

static void write(std::string& json, const Value& value) {
    std::visit(CanonicalWriter{json}, value.content());
}

std::string canonical_json(const Value& value) {
    std::string json;
    write(json, value);
    return json;
}

// The end of a text that begins at `at` with its quote.
static std::size_t end_of_text(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at)
        if (json[at] == '\\') ++at;
    return std::min(at + 1, json.size());
}

// The end of the value that begins at `at`: the comma or bracket that closes it on its own level.
static std::size_t end_of_value(std::string_view json, std::size_t at) {
    int depth = 0;
    while (at < json.size()) {
        const char byte = json[at];
        if (byte == '"') {
            at = end_of_text(json, at);
            continue;
        }
        if (depth == 0 && (byte == ',' || byte == '}' || byte == ']')) return at;
        if (byte == '{' || byte == '[') ++depth;
        if (byte == '}' || byte == ']') --depth;
        ++at;
    }
    return at;
}

std::string_view canonical_member(std::string_view json, std::string_view name) {
    const std::string wanted = '"' + std::string{name} + '"';
    std::size_t at = 1;
    while (at < json.size() && json[at] == '"') {
        const std::size_t name_end = end_of_text(json, at);
        const std::string_view found = json.substr(at, name_end - at);
        const std::size_t value_end = end_of_value(json, name_end + 1);
        if (found == wanted) return json.substr(name_end + 1, value_end - name_end - 1);
        at = value_end + 1;
    }
    return {};
}

}  // namespace zf
