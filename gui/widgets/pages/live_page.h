#pragma once

#include <memory>

#include <QPointer>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace twinhelm::desk
{

class EventModel;
class InstanceStatusModel;
class LiveCluster;
class VipModel;

/// What a cluster does now: instances by node, where each VIP is, what happened.
class LivePage : public QWidget
{
    Q_OBJECT

public:
    explicit LivePage(QWidget *parent = nullptr);
    ~LivePage() override;

    /// Not owned; nullptr empties the page.
    void setCluster(LiveCluster *live, EventModel *events);
    void selectInstance(const QString &name);
    void setEventFilter(const QString &text);

signals:
    void handoverWanted(const QString &node, const QString &instance);
    void releaseWanted(const QString &node, const QString &instance);
    void enrolWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeInstances();
    QWidget *makeVips();
    QWidget *makeEvents();
    QWidget *makeUnreachableNotice();
    void refresh();
    void showOffer();
    void showUnreachable();
    void fitTables();
    [[nodiscard]] QString chosenInstance() const;

    QPointer<LiveCluster> live_;
    QPointer<EventModel> events_;
    std::unique_ptr<InstanceStatusModel> instanceModel_;
    std::unique_ptr<VipModel> vipModel_;
    QTableView *instances_;
    QTableView *vips_;
    QLabel *noVips_;
    QTableView *eventTable_;
    QStackedWidget *eventStack_;
    QLineEdit *search_;
    QPushButton *handover_;
    QPushButton *release_;
    QLabel *consequence_;
    QFrame *unreachable_;
    QLabel *unreachableText_;
};

} // namespace twinhelm::desk
