#pragma once

#include <vector>

#include <QColor>
#include <QPalette>

namespace twinhelm::desk
{

/// Every colour of the window, by what it means. Two sets, one accent. No other file names a colour.
/// Text on the ground it is used on has a contrast of at least 4.5:1, marks and field borders 3:1 (WCAG 2.1, 1.4.3 and
/// 1.4.11); tests/gui/tst_theme.cpp computes both from contrastPairs().
struct Colours {
    bool dark = false;
    QColor window;    ///< ground of the window and the side bar
    QColor surface;   ///< cards, fields, tables, editor
    QColor hover;     ///< row or button under the pointer
    QColor selection; ///< chosen row; text stays `text`
    QColor line;      ///< hairlines between areas, no meaning of their own
    QColor fieldBorder;
    QColor text;
    QColor secondary; ///< captions, ages, hints
    QColor disabled;
    QColor accent; ///< the one accent: primary button, focus, current tab, links
    QColor accentHover;
    QColor onAccent;
    QColor master;
    QColor backup;
    QColor fault;   ///< also errors
    QColor pending; ///< INIT; also warnings
    QColor unknown;
    QColor problemGround; ///< behind an error notice
    QColor noticeGround;  ///< behind a warning notice
    QColor keyword;       ///< syntax: a keyword
    QColor string;        ///< syntax: a quoted string
    QColor comment;       ///< syntax: ! and # comments
    QColor condition;     ///< syntax: @node at the start of a line
};

[[nodiscard]] const Colours &lightColours();
[[nodiscard]] const Colours &darkColours();
/// The set that belongs to a palette, told by the lightness of its window colour.
[[nodiscard]] const Colours &coloursFor(const QPalette &palette);
/// The set in use.
[[nodiscard]] const Colours &colours();

[[nodiscard]] QPalette paletteOf(const Colours &colours);

/// WCAG 2.1 contrast ratio, 1..21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

struct ContrastPair {
    const char *what;
    QColor front;
    QColor ground;
    double atLeast;
};

/// What stands on what in the window.
[[nodiscard]] std::vector<ContrastPair> contrastPairs(const Colours &colours);

} // namespace twinhelm::desk
