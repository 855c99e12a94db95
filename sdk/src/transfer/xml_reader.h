#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "transfer/zip_file.h"

namespace zf::transfer {

// The part of a name behind its namespace prefix: "x:row" is "row".
std::string_view local_name(std::string_view name);

// The attributes of an element as expat gives them: name, value, name, value, null.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** attributes) : attributes_{attributes} {}
    std::string_view get(std::string_view name) const;  // "" when there is none

private:
    const char** attributes_;
};

class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;
};

// Reads a part of a workbook piece by piece. Entity declarations are refused, and so is what nests
// deeper or has more attributes than any workbook.
class XmlReader {
public:
    XmlReader(ZipPart part, std::string part_name, XmlHandler& handler);
    ~XmlReader();
    XmlReader(XmlReader&&) noexcept;

    Result<bool> read_piece();  // false when the part has ended
    Result<bool> read_all();
    int progress_ppm() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace zf::transfer
