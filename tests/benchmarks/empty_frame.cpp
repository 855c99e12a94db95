// An empty window: what any program of this toolkit costs before it does anything.
#include <wx/wx.h>

namespace {

class EmptyFrame : public wxApp {
public:
    bool OnInit() override {
        auto* const frame = new wxFrame{nullptr, wxID_ANY, "empty frame", wxDefaultPosition,
                                        wxSize{1024, 700}};
        frame->CreateStatusBar();
        return frame->Show();
    }
};

}  // namespace

wxIMPLEMENT_APP(EmptyFrame);
