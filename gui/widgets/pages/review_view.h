#pragma once

#include <QPlainTextEdit>

#include "gui/core/presenters/deploy_presenter.h"

namespace twinhelm::desk
{

/// What a deploy changes in one node's file: removed and added lines with sign and colour.
class ReviewView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ReviewView(QWidget *parent = nullptr);

    void showReview(const NodeReview &review);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLines();

    NodeReview review_;
};

} // namespace twinhelm::desk
