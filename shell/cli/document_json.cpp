#include "cli/document_json.h"

#include <array>

#include "zhangfang/model/json.h"
#include "zhangfang/rules/lifecycle.h"

namespace zf {

template <>
struct EnumNames<RowKind> {
    static constexpr std::array names{EnumName<RowKind>{RowKind::detail, "detail", ""},
                                      EnumName<RowKind>{RowKind::part, "part", ""},
                                      EnumName<RowKind>{RowKind::opening, "opening", ""},
                                      EnumName<RowKind>{RowKind::subtotal, "subtotal", ""},
                                      EnumName<RowKind>{RowKind::total, "total", ""},
                                      EnumName<RowKind>{RowKind::heading, "heading", ""},
                                      EnumName<RowKind>{RowKind::carried, "carried", ""}};
};

}  // namespace zf

namespace zf::cli {
namespace {

Value machine_value(const Value& value, bool is_message, const std::vector<Argument>& arguments,
                    const Catalogue& catalogue) {
    const auto* text = value.if_a<std::string>();
    if (!is_message || text == nullptr) return value;
    return Value{catalogue.text(Message{*text, arguments})};
}

class DocumentJson {
public:
    DocumentJson(const Document& document, const Catalogue& catalogue, std::ostream& out,
                 const std::function<void(std::int64_t)>& step)
        : document_{document},
          catalogue_{catalogue},
          out_{out},
          step_{step} {}

    void write() {
        out_ << "{\"report\":" << to_json(Value{document_.name}) << ",\"title\":"
             << to_json(Value{catalogue_.text(Message{document_.title, document_.title_arguments})})
             << ",\"heading\":" << to_json(Value{heading_of(document_.heading)}) << ",\"tables\":[";
        for (const Block& block : document_.blocks) std::visit(*this, block);
        out_ << "],\"values\":" << to_json(Value{values_}) << ",\"sheets\":" << sheets_ << "}\n";
    }

    void operator()(const TableBlock& table) {
        out_ << (is_first_table_ ? "" : ",") << "{\"rows\":[";
        is_first_table_ = false;
        const auto cursor = table.rows();
        const char* separator = "";
        for (ReportRow row; cursor->next(row); separator = ",") {
            out_ << separator << to_json(Value{record_of(table, row)});
            if (++rows_ % 1'000 == 0 && step_) step_(rows_);
        }
        out_ << "]}";
    }
    void operator()(const KeyValuesBlock& block) {
        for (const auto& [name, value] : heading_of(block.items)) values_.set(name, value);
    }
    void operator()(const GridBlock&) { ++sheets_; }
    void operator()(const GridsBlock& grids) {
        if (!grids.grids) return;
        for (const auto next = grids.grids(); next();) ++sheets_;
    }
    template <class Other>
    void operator()(const Other&) {}  // page breaks, bookmarks, texts: for paper

private:
    Record heading_of(const std::vector<KeyValue>& items) const {
        Record record;
        for (const KeyValue& item : items)
            record.set(item.label,
                       machine_value(item.value, item.is_message, item.arguments, catalogue_));
        return record;
    }
    Record record_of(const TableBlock& table, const ReportRow& row) const {
        Record record;
        if (row.kind != RowKind::detail)
            record.set("row_kind", Value{std::string{name_of(row.kind)}});
        for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
            const Cell& cell = row.cells[i];
            record.set(table.columns[i].name,
                       machine_value(cell.value, cell.is_message, cell.arguments, catalogue_));
        }
        return record;
    }

    const Document& document_;
    const Catalogue& catalogue_;
    std::ostream& out_;
    const std::function<void(std::int64_t)>& step_;
    Record values_;
    std::int64_t rows_ = 0;
    std::int64_t sheets_ = 0;
    bool is_first_table_ = true;
};

}  // namespace

void write_json(const Document& document, const Catalogue& catalogue, std::ostream& out,
                const std::function<void(std::int64_t)>& step) {
    DocumentJson{document, catalogue, out, step}.write();
}

}  // namespace zf::cli
