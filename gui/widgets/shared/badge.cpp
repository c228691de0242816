#include "gui/widgets/shared/badge.h"

#include <QPainter>

#include "gui/widgets/shared/lamp_paint.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

Badge::Badge(QWidget *parent) : QLabel(parent)
{
    setContentsMargins(metrics::unit + 2, 3, metrics::unit + 2, 3);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setTextFormat(Qt::PlainText);
    hide();
}

void Badge::setBadge(ColourRole tone, const QString &text)
{
    tone_ = tone;
    setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    update();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = colourFor(tone_);
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace twinhelm::desk
