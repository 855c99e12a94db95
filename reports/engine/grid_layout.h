#pragma once

#include "engine/page_flow.h"

namespace zf::reports {

// Draws one sheet with its upper left corner at x, y.
void draw_grid(PageFlow& flow, const GridBlock& grid, int x, int y);

void lay_out(PageFlow& flow, const GridBlock& grid);
void lay_out(PageFlow& flow, const GridsBlock& grids);

}  // namespace zf::reports
