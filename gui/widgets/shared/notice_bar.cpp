#include "gui/widgets/shared/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "gui/core/base/qt_text.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent), icon_(new QLabel), text_(parts::body(QString()))
{
    setObjectName(QLatin1String(names::noticeBar));
    text_->setObjectName(QLatin1String(names::noticeText));
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *close = parts::iconButton(QStringLiteral("close"), tr("Close this message"), names::noticeClose);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::gap, metrics::unit, metrics::unit, metrics::unit);
    row->setSpacing(metrics::unit);
    row->addWidget(icon_, 0, Qt::AlignTop);
    row->addWidget(text_, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::tell(Kind kind, const QString &text)
{
    const QSize size(metrics::icon + 2, metrics::icon + 2);
    switch (kind) {
    case Kind::Done: icon_->setPixmap(icon(QStringLiteral("check"), IconTint::Ok).pixmap(size)); break;
    case Kind::Notice: icon_->setPixmap(icon(QStringLiteral("info"), IconTint::Warning).pixmap(size)); break;
    case Kind::Problem: icon_->setPixmap(icon(QStringLiteral("error"), IconTint::Error).pixmap(size)); break;
    }
    const char *role = kind == Kind::Problem ? "problemBox" : kind == Kind::Notice ? "noticeBox" : "card";
    parts::setStyleProperty(this, "role", QLatin1String(role));
    text_->setText(text);
    setAccessibleName(text);
    show();
}

void NoticeBar::tell(const Error &error)
{
    const QString mend = toQt(error.mend);
    tell(Kind::Problem, mend.isEmpty() ? toQt(error.what) : toQt(error.what) + QLatin1Char('\n') + mend);
}

QString NoticeBar::text() const
{
    return text_->text();
}

} // namespace twinhelm::desk
