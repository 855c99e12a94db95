#include "zhangfang/ledger/canonical_content.h"

#include <charconv>

namespace zf {

namespace {

// Writes canonical JSON: the caller adds keys in code point order, without spaces.
class Writer {
public:
    explicit Writer(std::string& out) : out_{out} { out_.clear(); }

    Writer& raw(std::string_view text) {
        out_ += text;
        return *this;
    }
    Writer& number(std::int64_t value) {
        char digits[24];
        const auto [end, fault] = std::to_chars(digits, digits + sizeof digits, value);
        static_cast<void>(fault);
        out_.append(digits, end);
        return *this;
    }
    Writer& text(std::string_view value) {
        static constexpr char hex[] = "0123456789abcdef";
        out_ += '"';
        std::size_t done = 0;  // what needs no escape is copied in runs
        for (std::size_t at = 0; at < value.size(); ++at) {
            const auto code = static_cast<unsigned char>(value[at]);
            if (code >= 0x20 && code != '"' && code != '\\') continue;
            out_ += value.substr(done, at - done);
            done = at + 1;
            if (code >= 0x20) {
                out_ += '\\';
                out_ += value[at];
            } else {
                out_ += "\\u00";
                out_ += hex[code >> 4];
                out_ += hex[code & 15];
            }
        }
        out_ += value.substr(done);
        out_ += '"';
        return *this;
    }

private:
    std::string& out_;
};

void write_detail(Writer& writer, const EntryDetail& detail) {
    writer.raw("{\"currency\":").text(detail.currency);
    writer.raw(",\"foreign_minor\":").number(detail.foreign_minor);
    writer.raw(",\"price_e8\":").number(detail.price.e8());
    writer.raw(",\"purpose\":").text(name_of(detail.purpose));
    writer.raw(",\"quantity_micro\":").number(detail.quantity.micro());
    writer.raw(",\"rate_e8\":").number(detail.rate_e8);
    writer.raw(",\"unit\":").text(detail.unit).raw("}");
}

void write_entry(Writer& writer, const Entry& entry) {
    writer.raw("{\"account\":").number(entry.account.value);
    writer.raw(",\"amount\":").number(entry.amount.minor());
    if (entry.detail) write_detail(writer.raw(",\"detail\":"), *entry.detail);
    if (!entry.dimensions.empty()) {
        writer.raw(",\"dimensions\":{");
        bool is_first = true;
        for (const DimensionValue& value : entry.dimensions) {
            writer.raw(is_first ? "" : ",").text(value.kind).raw(":").text(value.item);
            is_first = false;
        }
        writer.raw("}");
    }
    writer.raw(",\"measure\":").number(entry.measure.value);
    writer.raw(",\"side\":").text(name_of(entry.side));
    writer.raw(",\"summary\":").text(entry.summary).raw("}");
}

}  // namespace

void write_canonical_content(const Voucher& voucher, std::string& into) {
    Writer writer{into};
    writer.raw("{");
    if (voucher.attachments) writer.raw("\"attachments\":").number(*voucher.attachments).raw(",");
    writer.raw("\"book\":").number(voucher.book.value);
    if (voucher.corrects) writer.raw(",\"corrects\":").number(voucher.corrects->value);
    writer.raw(",\"date\":").text(voucher.date.iso());
    writer.raw(",\"entries\":[");
    bool is_first = true;
    for (const Entry& entry : voucher.entries) {
        if (!is_first) writer.raw(",");
        write_entry(writer, entry);
        is_first = false;
    }
    writer.raw("],\"number\":").number(voucher.number);
    writer.raw(",\"origin\":").text(name_of(voucher.origin));
    writer.raw(",\"origin_reference\":").text(voucher.origin_reference);
    writer.raw(",\"period\":").text(voucher.period.text());
    writer.raw(",\"prepared_by\":").number(voucher.prepared_by);
    writer.raw(",\"reference\":").text(voucher.reference);
    writer.raw(",\"remark\":").text(voucher.remark);
    if (voucher.reverses) writer.raw(",\"reverses\":").number(voucher.reverses->value);
    writer.raw(",\"word\":").text(voucher.word).raw("}");
}

std::string canonical_content(const Voucher& voucher) {
    std::string content;
    write_canonical_content(voucher, content);
    return content;
}

}  // namespace zf
