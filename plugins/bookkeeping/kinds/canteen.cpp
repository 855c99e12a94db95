#include "domain/book_options.h"
#include "domain/business.h"
#include "domain/canteen_accounts.h"
#include "domain/canteen_opening.h"
#include "domain/kind.h"
#include "generated/bookkeeping_texts.h"
#include "zhangfang/base/text.h"

namespace zf::bookkeeping {

// 收支项目: what the publication table (§15) tells apart.
static std::vector<DimensionItem> flow_items() {
    const auto item = [](const char* code, const char* name, const char* direction) {
        return DimensionItem{
            .kind = flow_dimension, .code = code, .name = name, .direction = direction};
    };
    return {
        item("11", "上级拨伙食费", "income"),
        item("12", "上级拨伙食补助", "income"),
        item("13", "干部士官交伙食费", "income"),
        item("14", "军粮差价转入", "income"),
        item("15", "银行利息", "income"),
        item("19", "其他收入", "income"),
        item("21", "主副食品采购", "expense"),
        item("2101", "粮", "expense"),
        item("2102", "油", "expense"),
        item("2103", "肉", "expense"),
        item("2104", "蛋", "expense"),
        item("2105", "奶", "expense"),
        item("2106", "菜", "expense"),
        item("2107", "调料", "expense"),
        item("2108", "燃料", "expense"),
        item("22", "退伙食费", "expense"),
        item("23", "银行手续费", "expense"),
        item("29", "其他支出", "expense"),
    };
}

// Step C4: cash and bank stay, all else goes, the mess fee is added.
static ChartPlan chart_plan() {
    return {.kept = {"101", "102"},
            .added = {{.code = mess_fee_code,
                       .name = "伙食费",
                       .account_class = AccountClass::equity,
                       .normal_side = Side::credit,
                       .dimensions = {{.kind = flow_dimension, .use = DimensionUse::analysis}}}},
            .optional = {{.code = grain_subsidy_code,
                          .name = "军粮差价补贴",
                          .account_class = AccountClass::equity,
                          .normal_side = Side::credit}}};
}

static std::vector<Phrase> read_phrases(std::string_view csv) {
    std::vector<Phrase> phrases;
    const std::vector<std::string> rows = split(csv, '\n');
    for (std::size_t index = 1; index < rows.size(); ++index) {
        if (rows[index].empty()) continue;
        const std::vector<std::string> cells = split(rows[index], ',');
        ZF_ASSERT(cells.size() == 3);
        phrases.push_back({cells[0], cells[1], cells[2]});
    }
    return phrases;
}

static Problems problems_of_entry(const Voucher& voucher, const EntryContext& context) {
    if (!context.book.options.one_business_a_voucher) return {};
    const auto mixed = why_mixed(voucher, context, canteen().templates);
    return mixed ? Problems{*mixed} : Problems{};
}

static BookKind book_kind() {
    return {.name = "canteen",
            .label = "Canteen book",
            .chart = read_chart("inst-1997", "事业单位会计制度（1997）",
                                bookkeeping_text("charts/inst-1997.csv")),
            .dimension_kinds = {{.code = flow_dimension, .name = "收支项目"}},
            .dimension_items = flow_items(),
            .options = {.summary_length_min = 4,
                        .dates_in_order = true,
                        .one_business_a_voucher = true,
                        .attachments_stated = true},
            .code_levels = "3-2-2-2",
            .control_level = ControlLevel::traced,
            .keeps_reverse_voucher = true,
            .problems_of = problems_of_entry,
            .problems_of_opening = problems_of_canteen_opening};
}

const Kind& canteen() {
    static const Kind kind{.book = book_kind(),
                           .plan = chart_plan(),
                           .problems_of_options = problems_of_canteen_options,
                           .templates = read_templates(bookkeeping_text("templates/canteen.csv")),
                           .phrases = read_phrases(bookkeeping_text("phrases/canteen.csv"))};
    return kind;
}

}  // namespace zf::bookkeeping
