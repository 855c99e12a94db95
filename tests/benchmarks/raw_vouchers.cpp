// raw_vouchers FILE PAGES FONT: voucher sheets with the parts of the product's (frame, ruled money
// columns, headings, four lines, totals, signatures), drawn with libharu alone.
#include <cstdio>
#include <cstdlib>
#include <string>

#include <hpdf.h>

namespace {

void stop(HPDF_STATUS error, HPDF_STATUS detail, void*) {
    std::fprintf(stderr, "libharu %04lx %lu\n", error, detail);
    std::exit(1);
}

class Sheets {
public:
    Sheets(const std::string& font) : document_{HPDF_New(stop, nullptr)} {
        HPDF_UseUTFEncodings(document_);
        HPDF_SetCurrentEncoder(document_, "UTF-8");
        HPDF_SetCompressionMode(document_, HPDF_COMP_ALL);
        HPDF_SetPagesConfiguration(document_, 200);
        const char* name = HPDF_LoadTTFontFromFile2(document_, font.c_str(), 0, HPDF_TRUE);
        font_ = HPDF_GetFont(document_, name, "UTF-8");
    }
    ~Sheets() { HPDF_Free(document_); }
    Sheets(const Sheets&) = delete;
    Sheets& operator=(const Sheets&) = delete;

    void add(int number) {
        page_ = HPDF_AddPage(document_);
        HPDF_Page_SetWidth(page_, 595);
        HPDF_Page_SetHeight(page_, 420);
        draw_lines();
        HPDF_Page_BeginText(page_);
        write_headings(number);
        for (int line = 0; line < 4; ++line) write_line(number, line);
        write_foot(number);
        HPDF_Page_EndText(page_);
    }
    void save(const char* path) { HPDF_SaveToFile(document_, path); }

private:
    static constexpr float top = 343, row = 30, left_ = 42, right_ = 547, money = 345, digit = 9.2F;

    void line(float x1, float y1, float x2, float y2) {
        HPDF_Page_MoveTo(page_, x1, y1);
        HPDF_Page_LineTo(page_, x2, y2);
    }
    void draw_lines() {
        HPDF_Page_SetLineWidth(page_, 0.3F);
        for (int column = 1; column < 22; ++column)
            line(money + digit * static_cast<float>(column), top - 14,
                 money + digit * static_cast<float>(column), top - 7 * row);
        HPDF_Page_Stroke(page_);
        HPDF_Page_SetLineWidth(page_, 0.9F);
        for (int rule = 0; rule < 8; ++rule)
            line(left_, top - row * static_cast<float>(rule), right_,
                 top - row * static_cast<float>(rule));
        for (const float x : {left_, 182.0F, money, money + digit * 11, right_})
            line(x, top, x, top - 7 * row);
        line(220, 366, 370, 366);
        line(220, 364, 370, 364);
        line(right_, top - 5 * row, left_, top - 6 * row);
        HPDF_Page_Stroke(page_);
        HPDF_Page_SetRGBStroke(page_, 0.8F, 0, 0);
        for (const float column : {9.0F, 20.0F})
            line(money + digit * column, top - 14, money + digit * column, top - 7 * row);
        HPDF_Page_Stroke(page_);
        HPDF_Page_SetRGBStroke(page_, 0, 0, 0);
    }
    void write(float x, float y, float size, const char* text) {
        HPDF_Page_SetFontAndSize(page_, font_, size);
        HPDF_Page_TextOut(page_, x, y, text);
    }
    void write_headings(int number) {
        write(240, 371, 17, "记 账 凭 证");
        write(42, 350, 9, "单位：c");
        char text[64];
        std::snprintf(text, sizeof text, "2024年1月%d日", 1 + number % 31);
        write(262, 350, 9, text);
        std::snprintf(text, sizeof text, "记字第 %d 号", number);
        write(496, 350, 9, text);
        write(90, top - 19, 9, "摘要");
        write(235, top - 19, 9, "会 计 科 目");
        write(370, top - 11, 9, "借方金额");
        write(470, top - 11, 9, "贷方金额");
        const char* places[] = {"亿", "千", "百", "十", "万", "千", "百", "十", "元", "角", "分"};
        for (int column = 0; column < 22; ++column)
            write(money + digit * static_cast<float>(column) + 1, top - 25, 6, places[column % 11]);
        write(552, top - 40, 9, "附");
        write(552, top - 52, 9, "单");
        write(552, top - 64, 9, "据");
        write(552, top - 120, 9, "3");
        write(552, top - 200, 9, "张");
    }
    void write_amount(int fen, bool is_credit, float y) {
        const std::string figures = std::to_string(fen);
        float x = money + digit * (is_credit ? 22.0F : 11.0F) -
                  digit * static_cast<float>(figures.size());
        for (const char figure : figures) {
            write(x + 2, y, 9, std::string(1, figure).c_str());
            x += digit;
        }
    }
    void write_line(int number, int line) {
        static const char* const summaries[] = {"购买蔬菜司务长", "支付电费王建国",
                                                "收到伙食补助李秀英", "报销差旅费张伟"};
        const float y = top - row * static_cast<float>(line + 2) + 11;
        write(44, y, 9, summaries[(number + line) % 4]);
        char account[64];
        std::snprintf(account, sizeof account, "203%02d 应付账款-第%d户", (number + line) % 75,
                      (number + line) % 75);
        write(185, y, 9, account);
        write_amount(10'000 + (number * 37 + line * 911) % 90'000, line % 2 == 1, y);
    }
    void write_foot(int number) {
        write(44, top - 7 * row + 11, 9, "合计（大写）：人民币壹佰陆拾柒元陆角玖分");
        write_amount(20'000 + number % 70'000, false, top - 7 * row + 11);
        write_amount(20'000 + number % 70'000, true, top - 7 * row + 11);
        float x = 42;
        for (const char* who :
             {"财务主管：", "记账：keeper", "审核：reviewer", "出纳：", "制单：keeper"}) {
            write(x, top - 7 * row - 12, 9, who);
            x += 101;
        }
    }

    HPDF_Doc document_;
    HPDF_Font font_ = nullptr;
    HPDF_Page page_ = nullptr;
};

}  // namespace

int main(int count, char** words) {
    if (count != 4) return 2;
    Sheets sheets{words[3]};
    for (int number = 1; number <= std::atoi(words[2]); ++number) sheets.add(number);
    sheets.save(words[1]);
    return 0;
}
