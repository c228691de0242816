#pragma once

#include <QWidget>

namespace twinhelm::desk
{

class ConfigTextEdit;

/// The strip left of a ConfigTextEdit with line numbers and marks; a mark says its finding on hover.
class Gutter : public QWidget
{
    Q_OBJECT

public:
    explicit Gutter(ConfigTextEdit *editor);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    ConfigTextEdit *editor_;
};

} // namespace twinhelm::desk
