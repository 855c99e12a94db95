#include "lines_control.h"

#include <wx/grid.h>

#include "zhangfang/ui/list_panel.h"
#include "zhangfang/ui/value_text.h"

namespace zf {

LinesControl::LinesControl(wxWindow* parent, UiHost& host, const FieldInfo& field,
                           std::function<Record()> others)
    : FieldControl{field},
      host_{host},
      others_{std::move(others)},
      grid_{new wxGrid{parent, wxID_ANY}} {
    const auto count = static_cast<int>(field.lines.size());
    grid_->CreateGrid(1, count);
    grid_->SetRowLabelSize(grid_->FromDIP(32));
    for (int column = 0; column < count; ++column) {
        const FieldInfo& each = field.lines[static_cast<std::size_t>(column)];
        grid_->SetColLabelValue(column, tr(host, each.label));
        auto* attribute = new wxGridCellAttr;
        attribute->SetAlignment(is_number(each.type) ? wxALIGN_RIGHT : wxALIGN_LEFT,
                                wxALIGN_CENTRE);
        if (each.type == ValueType::boolean) {
            attribute->SetEditor(new wxGridCellBoolEditor);
            attribute->SetRenderer(new wxGridCellBoolRenderer);
        } else if (!each.choices.empty()) {
            wxArrayString codes;
            for (const Choice& choice : each.choices) codes.Add(from_utf8(choice.code));
            attribute->SetEditor(new wxGridCellChoiceEditor{codes});
        }
        grid_->SetColAttr(column, attribute);
        grid_->SetColSize(column, grid_->FromDIP(each.type == ValueType::text ? 160 : 110));
    }
    grid_->SetMinSize(grid_->FromDIP(wxSize{480, 200}));
    grid_->Bind(wxEVT_GRID_CELL_CHANGED, [this](wxGridEvent& event) {
        const int column = event.GetCol();
        const FieldInfo& each = this->field().lines[static_cast<std::size_t>(column)];
        grid_->SetCellValue(event.GetRow(), column,
                            normalised_input(each, grid_->GetCellValue(event.GetRow(), column)));
        keep_an_empty_row();
        changed();
    });
    grid_->Bind(wxEVT_KEY_DOWN, &LinesControl::on_key, this);
}

wxWindow& LinesControl::window() {
    return *grid_;
}

Value LinesControl::value() const {
    // What is still being typed counts as well.
    if (grid_->IsCellEditControlShown()) grid_->SaveEditControlValue();
    List lines;
    for (int row = 0; row < grid_->GetNumberRows(); ++row) {
        if (is_empty_row(row)) continue;
        Record line;
        for (int column = 0; column < grid_->GetNumberCols(); ++column) {
            const wxString cell = grid_->GetCellValue(row, column);
            const FieldInfo& each = field().lines[static_cast<std::size_t>(column)];
            if (each.type == ValueType::boolean)
                line.set(each.name, Value{cell == "1"});
            else if (!cell.empty())
                line.set(each.name, Value{to_utf8(cell)});
        }
        lines.emplace_back(std::move(line));
    }
    return lines.empty() ? Value{} : Value{std::move(lines)};
}

void LinesControl::set_value(const Value& value) {
    grid_->ClearGrid();
    const List* lines = value.if_a<List>();
    const int wanted = lines == nullptr ? 1 : static_cast<int>(lines->size()) + 1;
    if (grid_->GetNumberRows() < wanted) grid_->AppendRows(wanted - grid_->GetNumberRows());
    if (grid_->GetNumberRows() > wanted) grid_->DeleteRows(wanted, grid_->GetNumberRows() - wanted);
    if (lines == nullptr) return;
    for (int row = 0; row < static_cast<int>(lines->size()); ++row) {
        const Record& line = (*lines)[static_cast<std::size_t>(row)].as<Record>();
        for (int column = 0; column < grid_->GetNumberCols(); ++column) {
            const Value& cell = line.get(field().lines[static_cast<std::size_t>(column)].name);
            const bool* flag = cell.if_a<bool>();
            grid_->SetCellValue(row, column,
                                flag != nullptr ? wxString{*flag ? "1" : ""}
                                                : from_utf8(cell.plain_text()));
        }
    }
}

bool LinesControl::is_empty_row(int row) const {
    for (int column = 0; column < grid_->GetNumberCols(); ++column)
        if (!grid_->GetCellValue(row, column).empty()) return false;
    return true;
}

void LinesControl::keep_an_empty_row() {
    if (!is_empty_row(grid_->GetNumberRows() - 1)) grid_->AppendRows(1);
}

void LinesControl::look_up_cell() {
    const int row = grid_->GetGridCursorRow();
    const int column = grid_->GetGridCursorCol();
    if (row < 0 || column < 0) return;
    const FieldInfo& each = field().lines[static_cast<std::size_t>(column)];
    if (each.refers_to.empty()) return;
    const std::string taken = look_up(grid_, host_, each.refers_to,
                                      to_utf8(grid_->GetCellValue(row, column)), others_());
    if (taken.empty()) return;
    grid_->SetCellValue(row, column, from_utf8(taken));
    keep_an_empty_row();
    changed();
}

void LinesControl::on_key(wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_F7) {
        look_up_cell();
        return;
    }
    if (event.GetKeyCode() == WXK_DELETE && event.ControlDown() && grid_->GetNumberRows() > 1) {
        grid_->DeleteRows(grid_->GetGridCursorRow(), 1);
        keep_an_empty_row();
        changed();
        return;
    }
    event.Skip();
}

}  // namespace zf
