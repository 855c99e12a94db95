#include "ui/amount_ruling.h"

#include <string>

#include <wx/dc.h>

#include "ui/sheet_table.h"
#include "zhangfang/ui/ink.h"

namespace zf::bookkeeping {
namespace {

constexpr int digits_after_point = 2;

// Where column `digit` of the eleven begins.
int left_of(const wxRect& place, int digit) {
    return place.x + place.width * digit / ruled_digits;
}

wxRect digit_of(const wxRect& place, int digit) {
    return {left_of(place, digit), place.y, left_of(place, digit + 1) - left_of(place, digit),
            place.height};
}

// Every third line is stronger, the one before the jiao red: the eye finds thousands and yuan.
void rule(wxDC& dc, const wxRect& place, const wxColour& line) {
    for (int digit = 1; digit < ruled_digits; ++digit) {
        const int from_point = ruled_digits - digits_after_point - digit;
        const wxColour colour = from_point == 0       ? red_ink()
                                : from_point % 3 == 0 ? quiet_ink()
                                                      : line;
        dc.SetPen(wxPen{colour});
        dc.DrawLine(left_of(place, digit), place.GetTop(), left_of(place, digit),
                    place.GetBottom() + 1);
    }
}

}  // namespace

void RuledAmount::Draw(wxGrid& grid, wxGridCellAttr& attribute, wxDC& dc, const wxRect& place,
                       int row, int column, bool is_selected) {
    wxGridCellRenderer::Draw(grid, attribute, dc, place, row, column, is_selected);
    rule(dc, place, grid.GetGridLineColour());
    const std::string text = to_utf8(grid.GetCellValue(row, column));
    std::string digits;
    for (const char letter : text)
        if (letter >= '0' && letter <= '9') digits += letter;
    if (text.starts_with('-')) digits.insert(0, "-");
    dc.SetFont(attribute.GetFont());
    dc.SetTextForeground(is_selected ? grid.GetSelectionForeground() : attribute.GetTextColour());
    dc.SetBackgroundMode(wxBRUSHSTYLE_TRANSPARENT);
    const int count = static_cast<int>(digits.size());
    if (count > ruled_digits) {
        dc.DrawLabel(from_utf8(text), place, wxALIGN_RIGHT | wxALIGN_CENTRE_VERTICAL);
        return;
    }
    for (int i = 0; i < count; ++i)
        dc.DrawLabel(wxString{digits[static_cast<std::size_t>(i)]},
                     digit_of(place, ruled_digits - count + i), wxALIGN_CENTRE);
}

wxSize RuledAmount::GetBestSize(wxGrid& grid, wxGridCellAttr& attribute, wxDC& dc, int, int) {
    dc.SetFont(attribute.GetFont());
    const wxSize digit = dc.GetTextExtent("0");
    return {(digit.x + grid.FromDIP(6)) * ruled_digits, digit.y + grid.FromDIP(8)};
}

const wxGridColumnHeaderRenderer& RuledHeads::GetColumnHeaderRenderer(int column) {
    if (is_ruled && is_amount(static_cast<SheetColumn>(column))) return head_;
    return wxGridCellAttrProvider::GetColumnHeaderRenderer(column);
}

void RuledHeads::Head::DrawLabel(const wxGrid& grid, wxDC& dc, const wxString& value,
                                 const wxRect& place, int horizontal, int vertical,
                                 int orientation) const {
    const wxRect above{place.x, place.y, place.width, place.height / 2};
    const wxRect below{place.x, above.GetBottom() + 1, place.width, place.height - above.height};
    wxGridColumnHeaderRendererDefault::DrawLabel(grid, dc, value, above, horizontal, vertical,
                                                 orientation);
    rule(dc, below, grid.GetGridLineColour());
    const wxArrayString names = wxSplit(tr(host_, "100M 10M 1M 100k 10k 1k 100 10 1 .1 .01"), ' ');
    dc.SetFont(grid.GetLabelFont().Scaled(0.8F));
    for (int digit = 0; digit < ruled_digits && digit < static_cast<int>(names.size()); ++digit)
        dc.DrawLabel(names[static_cast<std::size_t>(digit)], digit_of(below, digit),
                     wxALIGN_CENTRE);
}

}  // namespace zf::bookkeeping
