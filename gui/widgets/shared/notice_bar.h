#pragma once

#include <QFrame>

#include "common/base/result.h"

class QLabel;

namespace twinhelm::desk
{

/// A strip across the top of the page that tells what happened, instead of a dialog in the way.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Done, Notice, Problem };

    explicit NoticeBar(QWidget *parent = nullptr);

    void tell(Kind kind, const QString &text);
    /// What went wrong, and in a second line what to do about it.
    void tell(const Error &error);
    [[nodiscard]] QString text() const;

private:
    QLabel *icon_;
    QLabel *text_;
};

} // namespace twinhelm::desk
