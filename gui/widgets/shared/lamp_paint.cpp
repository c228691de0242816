#include "gui/widgets/shared/lamp_paint.h"

#include <QPainter>
#include <QPainterPath>

#include "gui/widgets/theme/colours.h"

namespace twinhelm::desk
{

namespace
{

void paintTriangle(QPainter &painter, const QRectF &box, const QColor &colour)
{
    QPainterPath path;
    path.moveTo(box.center().x(), box.top());
    path.lineTo(box.bottomRight());
    path.lineTo(box.bottomLeft());
    path.closeSubpath();
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(colour);
    painter.drawPath(path);
    painter.setPen(QPen(colours().surface, box.width() / 7, Qt::SolidLine, Qt::RoundCap));
    const double x = box.center().x();
    painter.drawLine(QPointF(x, box.top() + box.height() * 0.42), QPointF(x, box.top() + box.height() * 0.66));
    painter.drawPoint(QPointF(x, box.top() + box.height() * 0.86));
}

void paintQuestion(QPainter &painter, const QRectF &box, const QColor &colour)
{
    QFont font = painter.font();
    font.setPixelSize(qMax(8, static_cast<int>(box.height() * 0.72)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, QStringLiteral("?"));
}

} // namespace

QColor lampColour(Lamp lamp)
{
    const Colours &c = colours();
    switch (lamp) {
    case Lamp::Master: return c.master;
    case Lamp::Backup: return c.backup;
    case Lamp::Fault: return c.fault;
    case Lamp::Init: return c.pending;
    case Lamp::Stopped:
    case Lamp::Connecting:
    case Lamp::Unknown: return c.unknown;
    }
    return c.unknown;
}

QColor colourFor(ColourRole role)
{
    const Colours &c = colours();
    switch (role) {
    case ColourRole::Neutral: return c.secondary;
    case ColourRole::Good: return c.master;
    case ColourRole::Active: return c.master;
    case ColourRole::Attention: return c.pending;
    case ColourRole::Danger: return c.fault;
    case ColourRole::Stale: return c.unknown;
    }
    return c.unknown;
}

void paintLamp(QPainter &painter, const QRectF &box, Lamp lamp)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = lampColour(lamp);
    const QRectF inner = box.adjusted(1, 1, -1, -1);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(Qt::NoBrush);
    switch (lamp) {
    case Lamp::Master:
        painter.setBrush(colour);
        painter.drawEllipse(inner);
        break;
    case Lamp::Backup: painter.drawEllipse(inner); break;
    case Lamp::Fault: paintTriangle(painter, inner, colour); break;
    case Lamp::Init:
        painter.drawEllipse(inner);
        painter.setBrush(colour);
        painter.drawPie(inner, 90 * 16, 180 * 16);
        break;
    case Lamp::Stopped: painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 2, 2); break;
    case Lamp::Connecting:
        painter.setPen(QPen(colour, 2, Qt::DotLine, Qt::RoundCap));
        painter.drawEllipse(inner);
        break;
    case Lamp::Unknown:
        painter.setPen(QPen(colour, 1.2, Qt::DashLine));
        painter.drawEllipse(inner);
        paintQuestion(painter, box, colour);
        break;
    }
    painter.restore();
}

} // namespace twinhelm::desk
