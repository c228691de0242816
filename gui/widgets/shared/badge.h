#pragma once

#include <QLabel>

#include "gui/core/presenters/colour_role.h"

namespace twinhelm::desk
{

/// A small rounded word: the verdict of a cluster, "not saved", a count.
class Badge : public QLabel
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);

    void setBadge(ColourRole tone, const QString &text);
    [[nodiscard]] ColourRole tone() const { return tone_; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ColourRole tone_ = ColourRole::Neutral;
};

} // namespace twinhelm::desk
