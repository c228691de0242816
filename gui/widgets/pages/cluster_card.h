#pragma once

#include <QFrame>

#include "gui/core/presenters/overview_presenter.h"

class QHBoxLayout;
class QLabel;

namespace twinhelm::desk
{

class Badge;
class LampLabel;

/// One cluster on the site page.
class ClusterCardWidget : public QFrame
{
    Q_OBJECT

public:
    explicit ClusterCardWidget(const QString &cluster, QWidget *parent = nullptr);

    void showCard(const ClusterCard &card);

signals:
    void opened(const QString &cluster);

private:
    Badge *verdict_;
    QLabel *text_;
    QLabel *vips_;
    QHBoxLayout *lampRow_;
    QList<LampLabel *> lamps_;
};

} // namespace twinhelm::desk
