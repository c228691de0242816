#pragma once

#include <memory>

#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace twinhelm::desk
{

class EmptyState;
class LiveCluster;
class OverviewPresenter;

/// All clusters of a site at a glance, the gravest first; without any, how to get the first one.
class SitePage : public QWidget
{
    Q_OBJECT

public:
    explicit SitePage(QWidget *parent = nullptr);
    ~SitePage() override;

    void setSite(const QString &name, const QList<LiveCluster *> &clusters);

signals:
    void clusterWanted(const QString &cluster);
    void importWanted();

private:
    void refresh();

    std::unique_ptr<OverviewPresenter> presenter_;
    QStackedWidget *stack_;
    QLabel *title_;
    QLabel *headline_;
    QVBoxLayout *cards_;
    QString shown_; ///< names of the clusters whose cards are there
};

} // namespace twinhelm::desk
