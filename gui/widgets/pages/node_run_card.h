#pragma once

#include <QFrame>

#include "gui/core/presenters/deploy_presenter.h"

class QLabel;
class QToolButton;

namespace twinhelm::desk
{

class Badge;

/// One node's column of a deploy: its steps with progress, and what is in force there in the end.
class NodeRunCard : public QFrame
{
    Q_OBJECT

public:
    explicit NodeRunCard(const NodeRun &run, int place, QWidget *parent = nullptr);

    void showRun(const NodeRun &run);

signals:
    /// A step was pressed: show its command and output.
    void stepChosen(const QString &node, int step);

private:
    struct StepLine {
        QToolButton *button = nullptr;
        QLabel *text = nullptr;
    };

    QString node_;
    Badge *outcome_;
    QList<StepLine> lines_;
};

} // namespace twinhelm::desk
