#pragma once

#include <vector>

#include "zhangfang/ui/screen.h"

class wxFlexGridSizer;
class wxStaticText;

namespace zf::desktop {

// 工作台: the cards that modules declare, each with its figures and the list behind it, and the
// next steps of an empty book.
class Dashboard : public Screen {
public:
    Dashboard(wxWindow* parent, UiHost& host);

    wxString title() const override;
    void rows_changed(const std::vector<ChangedRows>& changed) override;
    void session_changed() override;
    bool on_action(const std::string& action) override;

private:
    struct Card {
        const DashboardCard* declared;
        wxStaticText* figures;
    };
    void fill();
    void ask(const Card& card);
    void show_figures(const Card& card, const CommandInfo& query, const Record& answer);

    wxFlexGridSizer* grid_;
    std::vector<Card> cards_;
};

}  // namespace zf::desktop
