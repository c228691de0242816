#pragma once

#include <QFrame>
#include <QHash>
#include <QPointer>

class QHBoxLayout;
class QLabel;

namespace twinhelm::desk
{

class Badge;
class ClusterPresenter;
class LampLabel;

/// Name, verdict, a lamp for each node and what is not saved or not deployed; stands above every page of a cluster.
class ClusterHeader : public QFrame
{
    Q_OBJECT

public:
    explicit ClusterHeader(QWidget *parent = nullptr);

    void setPresenter(ClusterPresenter *presenter); ///< not owned
    void setUndeployed(const QString &text);        ///< empty: every node has what the document says

private:
    void refresh();
    void showLamps();

    QPointer<ClusterPresenter> presenter_;
    QLabel *title_;
    Badge *verdict_;
    QLabel *sentence_;
    Badge *changes_;
    Badge *undeployed_;
    QHBoxLayout *lampRow_;
    QHash<QString, LampLabel *> lamps_;
};

} // namespace twinhelm::desk
