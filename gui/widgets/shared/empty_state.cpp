#include "gui/widgets/shared/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

constexpr int drawingSize = 48;
constexpr int sentenceWidth = 400;

/// Paints the icon itself, so that it takes the colour of the theme in force.
class Drawing : public QWidget
{
public:
    explicit Drawing(const QString &iconName) : icon_(icon(iconName, IconTint::Secondary))
    {
        setFixedSize(drawingSize, drawingSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        icon_.paint(&painter, rect());
    }

private:
    QIcon icon_;
};

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent), title_(parts::section(title)), sentence_(parts::secondary(sentence)), buttons_(new QHBoxLayout)
{
    auto *column = parts::column(this, metrics::margin, metrics::unit);
    column->addStretch(2);
    column->addWidget(new Drawing(iconName), 0, Qt::AlignHCenter);
    column->addSpacing(metrics::unit);
    title_->setAlignment(Qt::AlignHCenter);
    column->addWidget(title_, 0, Qt::AlignHCenter);
    sentence_->setAlignment(Qt::AlignHCenter);
    sentence_->setFixedWidth(sentenceWidth);
    // Not by alignment: that would take the label's height for one line.
    auto *sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch();
    sentenceRow->addWidget(sentence_);
    sentenceRow->addStretch();
    column->addLayout(sentenceRow);
    column->addSpacing(metrics::unit);
    buttons_->setSpacing(metrics::unit);
    buttons_->addStretch();
    buttons_->addStretch();
    column->addLayout(buttons_);
    column->addStretch(3);
}

QPushButton *EmptyState::addPrimary(const QString &text, const QString &iconName, const char *objectName)
{
    auto *made = parts::primaryButton(text, iconName, objectName);
    buttons_->insertWidget(buttons_->count() - 1, made);
    return made;
}

QPushButton *EmptyState::addButton(const QString &text, const QString &iconName, const char *objectName)
{
    auto *made = parts::button(text, iconName, objectName);
    buttons_->insertWidget(buttons_->count() - 1, made);
    return made;
}

void EmptyState::setText(const QString &title, const QString &sentence)
{
    title_->setText(title);
    sentence_->setText(sentence);
}

} // namespace twinhelm::desk
