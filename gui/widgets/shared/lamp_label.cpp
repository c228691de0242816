#include "gui/widgets/shared/lamp_label.h"

#include <QFontMetrics>
#include <QPainter>

#include "gui/widgets/shared/lamp_paint.h"
#include "gui/widgets/theme/colours.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

LampLabel::LampLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LampLabel::setLamp(Lamp lamp, const QString &name, const QString &word)
{
    lamp_ = lamp;
    name_ = name;
    word_ = word;
    setAccessibleName(name.isEmpty() ? word : name + QLatin1Char(' ') + word);
    updateGeometry();
    update();
}

QFont LampLabel::wordFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QSize LampLabel::sizeHint() const
{
    int width = metrics::lamp + metrics::unit + QFontMetrics(wordFont()).horizontalAdvance(word_) + 2;
    if (!name_.isEmpty())
        width += fontMetrics().horizontalAdvance(name_) + metrics::unit;
    return {width, qMax(metrics::lamp, fontMetrics().height()) + metrics::half};
}

void LampLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintLamp(painter, QRectF(0, (height() - metrics::lamp) / 2.0, metrics::lamp, metrics::lamp), lamp_);
    QRect text = rect().adjusted(metrics::lamp + metrics::unit, 0, 0, 0);
    if (!name_.isEmpty()) {
        painter.setPen(colours().text);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, name_);
        text.adjust(fontMetrics().horizontalAdvance(name_) + metrics::unit, 0, 0, 0);
    }
    painter.setFont(wordFont());
    painter.setPen(lampColour(lamp_));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, word_);
}

} // namespace twinhelm::desk
