#pragma once

#include <QColor>
#include <QRectF>

#include "gui/core/live/lamp.h"
#include "gui/core/presenters/colour_role.h"

class QPainter;

namespace twinhelm::desk
{

[[nodiscard]] QColor lampColour(Lamp lamp);
[[nodiscard]] QColor colourFor(ColourRole role);

/// MASTER disc, BACKUP ring, FAULT triangle, INIT half disc, STOP square, unknown dashed ring with a question mark:
/// shape and colour each tell it alone, so that nobody needs to see colours.
void paintLamp(QPainter &painter, const QRectF &box, Lamp lamp);

} // namespace twinhelm::desk
