#include "zhangfang_reports/page_spool.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <string>
#include <system_error>
#include <type_traits>
#include <vector>

#include "zhangfang/base/assert.h"
#include "zhangfang/model/json.h"

namespace zf::reports {

namespace {

// The file is read by the process that wrote it only, so parts are written as they lie in memory.
class Writer {
public:
    template <class T>
    void number(T value) {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto* bytes = reinterpret_cast<const char*>(&value);
        out_.append(bytes, sizeof value);
    }
    void text(const std::string& text) {
        number(text.size());
        out_ += text;
    }
    template <class T>
    void list(const std::vector<T>& parts) {
        number(parts.size());
        for (const T& part : parts) number(part);
    }
    const std::string& bytes() const { return out_; }

private:
    std::string out_;
};

class Reader {
public:
    explicit Reader(const std::string& bytes) : bytes_{bytes} {}

    template <class T>
    T number() {
        static_assert(std::is_trivially_copyable_v<T>);
        T value;
        ZF_ASSERT(place_ + sizeof value <= bytes_.size());
        std::memcpy(&value, bytes_.data() + place_, sizeof value);
        place_ += sizeof value;
        return value;
    }
    std::string text() {
        const auto length = number<std::size_t>();
        ZF_ASSERT(place_ + length <= bytes_.size());
        std::string text = bytes_.substr(place_, length);
        place_ += length;
        return text;
    }
    template <class T>
    void list(std::vector<T>& parts) {
        parts.clear();
        for (auto left = number<std::size_t>(); left > 0; --left) parts.push_back(number<T>());
    }

private:
    const std::string& bytes_;
    std::size_t place_ = 0;
};

void write(Writer& out, const PageLink& link) {
    out.number(link.x);
    out.number(link.y);
    out.number(link.width);
    out.number(link.height);
    out.text(link.link.command);
    out.text(to_json(link.link.parameters));
}

PageLink read_link(Reader& in) {
    PageLink link;
    link.x = in.number<int>();
    link.y = in.number<int>();
    link.width = in.number<int>();
    link.height = in.number<int>();
    link.link.command = in.text();
    const auto parameters = parse_json(in.text());
    ZF_ASSERT(parameters.has_value());
    link.link.parameters = parameters->as<Record>();
    return link;
}

void write(Writer& out, const Page& page) {
    out.number(page.width);
    out.number(page.height);
    out.number(page.number);
    out.number(page.section_number);
    out.text(page.letters);
    out.list(page.texts);
    out.list(page.lines);
    out.list(page.boxes);
    out.number(page.links.size());
    for (const PageLink& link : page.links) write(out, link);
    out.number(page.bookmarks.size());
    for (const PageBookmark& bookmark : page.bookmarks) {
        out.text(bookmark.title);
        out.number(bookmark.level);
        out.number(bookmark.y);
    }
}

void read_into(Page& page, Reader& in) {
    page.width = in.number<int>();
    page.height = in.number<int>();
    page.number = in.number<int>();
    page.section_number = in.number<int>();
    page.letters = in.text();
    in.list(page.texts);
    in.list(page.lines);
    in.list(page.boxes);
    page.links.clear();
    for (auto left = in.number<std::size_t>(); left > 0; --left) {
        page.links.push_back(read_link(in));
    }
    page.bookmarks.clear();
    for (auto left = in.number<std::size_t>(); left > 0; --left) {
        PageBookmark bookmark;
        bookmark.title = in.text();
        bookmark.level = in.number<int>();
        bookmark.y = in.number<int>();
        page.bookmarks.push_back(bookmark);
    }
}

}  // namespace

struct PageSpool::File {
    struct Place {
        long begin = 0;
        std::size_t length = 0;
    };

    std::FILE* stream = std::tmpfile();
    std::vector<Place> places;
    long end = 0;
    mutable std::mutex mutex;

    ~File() {
        if (stream != nullptr) std::fclose(stream);
    }
};

PageSpool::PageSpool() : file_{std::make_unique<File>()} {
    if (file_->stream == nullptr) throw std::system_error{errno, std::generic_category()};
}

PageSpool::~PageSpool() = default;

void PageSpool::add(const Page& page) {
    Writer out;
    write(out, page);
    const std::lock_guard lock{file_->mutex};
    const std::size_t length = out.bytes().size();
    if (std::fseek(file_->stream, file_->end, SEEK_SET) != 0 ||
        std::fwrite(out.bytes().data(), 1, length, file_->stream) != length ||
        std::fflush(file_->stream) != 0) {
        throw std::system_error{errno, std::generic_category()};
    }
    file_->places.push_back({.begin = file_->end, .length = length});
    file_->end += static_cast<long>(length);
}

std::int64_t PageSpool::count() const {
    const std::lock_guard lock{file_->mutex};
    return static_cast<std::int64_t>(file_->places.size());
}

bool PageSpool::read(std::int64_t place, Page& page) const {
    std::string bytes;
    {
        const std::lock_guard lock{file_->mutex};
        if (place < 0 || place >= static_cast<std::int64_t>(file_->places.size())) return false;
        const File::Place& at = file_->places[static_cast<std::size_t>(place)];
        bytes.resize(at.length);
        if (std::fseek(file_->stream, at.begin, SEEK_SET) != 0 ||
            std::fread(bytes.data(), 1, at.length, file_->stream) != at.length) {
            throw std::system_error{errno, std::generic_category()};
        }
    }
    Reader in{bytes};
    read_into(page, in);
    return true;
}

}  // namespace zf::reports
