#include "gui/widgets/dialogs/dialog_frame.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

DialogFrame::DialogFrame(const QString &heading, const QString &sentence, QWidget *parent)
    : QDialog(parent), content_(new QVBoxLayout), buttons_(new QHBoxLayout)
{
    setWindowTitle(heading);
    auto *column = parts::column(this, metrics::margin, metrics::unit);
    column->addWidget(parts::title(heading));
    if (!sentence.isEmpty())
        column->addWidget(parts::secondary(sentence));
    column->addSpacing(metrics::unit);
    content_->setSpacing(metrics::unit);
    column->addLayout(content_, 1);
    column->addSpacing(metrics::unit);
    buttons_->setSpacing(metrics::unit);
    buttons_->addStretch(1);
    column->addLayout(buttons_);
}

QPushButton *DialogFrame::addButton(const QString &text, const QString &iconName, const char *objectName)
{
    auto *made = parts::button(text, iconName, objectName);
    buttons_->addWidget(made);
    return made;
}

QPushButton *DialogFrame::addPrimary(const QString &text, const QString &iconName, const char *objectName)
{
    auto *made = parts::primaryButton(text, iconName, objectName);
    made->setDefault(true);
    buttons_->addWidget(made);
    return made;
}

void DialogFrame::setFootnote(QWidget *widget)
{
    delete buttons_->takeAt(0);
    buttons_->insertWidget(0, widget, 1);
}

} // namespace twinhelm::desk
