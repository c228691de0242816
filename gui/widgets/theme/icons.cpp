#include "gui/widgets/theme/icons.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "gui/widgets/theme/colours.h"

namespace twinhelm::desk
{

namespace
{

QColor tintColour(IconTint tint, QIcon::Mode mode)
{
    const Colours &c = colours();
    if (mode == QIcon::Disabled)
        return c.disabled;
    switch (tint) {
    case IconTint::Text: return c.text;
    case IconTint::Accent: return c.accent;
    case IconTint::OnAccent: return c.onAccent;
    case IconTint::Secondary: return c.secondary;
    case IconTint::Ok: return c.master;
    case IconTint::Warning: return c.pending;
    case IconTint::Error: return c.fault;
    }
    return c.text;
}

class TintedSvg : public QIconEngine
{
public:
    TintedSvg(QString name, QByteArray svg, IconTint tint) : name_(std::move(name)), svg_(std::move(svg)), tint_(tint)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray coloured = svg_;
        coloured.replace("currentColor", tintColour(tint_, mode).name().toLatin1());
        QSvgRenderer renderer(coloured);
        painter->setRenderHint(QPainter::Antialiasing);
        // In a box wider than high the drawing stands at the left: buttons ask for such a box to get a gap before
        // their text, which style sheets cannot give.
        const int side = qMin(rect.width(), rect.height());
        renderer.render(painter, QRectF(rect.left(), rect.top() + (rect.height() - side) / 2.0, side, side));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const QString key = QStringLiteral("th-icon/%1/%2/%3x%4@%5")
                                .arg(name_, tintColour(tint_, mode).name())
                                .arg(size.width())
                                .arg(size.height())
                                .arg(scale);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        // QIcon asks in device pixels and sets the ratio itself.
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedSvg(*this); }
    bool isNull() override { return svg_.isEmpty(); }
    QString iconName() override { return name_; }

private:
    QString name_;
    QByteArray svg_;
    IconTint tint_;
};

} // namespace

QIcon icon(const QString &name, IconTint tint)
{
    static QHash<QString, QByteArray> drawings;
    auto found = drawings.constFind(name);
    if (found == drawings.constEnd()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        found = drawings.insert(name, file.readAll());
    }
    return QIcon(new TintedSvg(name, *found, tint));
}

} // namespace twinhelm::desk
