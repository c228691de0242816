#include "gui/widgets/theme/colours.h"

#include <algorithm>
#include <cmath>

#include <QGuiApplication>

namespace twinhelm::desk
{

namespace
{

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const Colours &lightColours()
{
    static const Colours set{
        .dark = false,
        .window = QColor(0xF4F6F9),
        .surface = QColor(0xFFFFFF),
        .hover = QColor(0xE9EDF2),
        .selection = QColor(0xD9E7FB),
        .line = QColor(0xDCE1E8),
        .fieldBorder = QColor(0x7D8998),
        .text = QColor(0x17202B),
        .secondary = QColor(0x4C5867),
        .disabled = QColor(0x8C96A3),
        .accent = QColor(0x0A5BC4),
        .accentHover = QColor(0x084A9F),
        .onAccent = QColor(0xFFFFFF),
        .master = QColor(0x126E33),
        .backup = QColor(0x2B5C8F),
        .fault = QColor(0xB42318),
        .pending = QColor(0x83500A),
        .unknown = QColor(0x55606E),
        .problemGround = QColor(0xFDECEA),
        .noticeGround = QColor(0xFFF4DC),
        .keyword = QColor(0x0A5BC4),
        .string = QColor(0x126E33),
        .comment = QColor(0x5B6673),
        .condition = QColor(0x8A2D7C),
    };
    return set;
}

const Colours &darkColours()
{
    static const Colours set{
        .dark = true,
        .window = QColor(0x13171D),
        .surface = QColor(0x1B2129),
        .hover = QColor(0x262E39),
        .selection = QColor(0x1F3A5F),
        .line = QColor(0x2D3642),
        .fieldBorder = QColor(0x76828F),
        .text = QColor(0xE7ECF2),
        .secondary = QColor(0xACB7C4),
        .disabled = QColor(0x717D8B),
        .accent = QColor(0x6EA8FE),
        .accentHover = QColor(0x8FBCFF),
        .onAccent = QColor(0x0B1626),
        .master = QColor(0x56CB86),
        .backup = QColor(0x93BFEF),
        .fault = QColor(0xFF8A80),
        .pending = QColor(0xE8B64A),
        .unknown = QColor(0xACB7C4),
        .problemGround = QColor(0x3A1E20),
        .noticeGround = QColor(0x362B14),
        .keyword = QColor(0x82B4FF),
        .string = QColor(0x7BD6A0),
        .comment = QColor(0x93A0AE),
        .condition = QColor(0xE59BDA),
    };
    return set;
}

const Colours &coloursFor(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkColours() : lightColours();
}

const Colours &colours()
{
    return coloursFor(QGuiApplication::palette());
}

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.secondary);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.fault);
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.hover);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.fieldBorder);
    palette.setColor(QPalette::Shadow, c.dark ? QColor(Qt::black) : c.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, c.disabled);
    return palette;
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

std::vector<ContrastPair> contrastPairs(const Colours &c)
{
    constexpr double text = 4.5;
    constexpr double mark = 3.0;
    std::vector<ContrastPair> pairs{
        {"text on accent", c.onAccent, c.accent, text},
        {"text on accent, hovered", c.onAccent, c.accentHover, text},
        {"field border on surface", c.fieldBorder, c.surface, mark},
        {"field border on window", c.fieldBorder, c.window, mark},
        {"error on its notice", c.fault, c.problemGround, text},
        {"text on an error notice", c.text, c.problemGround, text},
        {"warning on its notice", c.pending, c.noticeGround, text},
        {"text on a warning notice", c.text, c.noticeGround, text},
        {"keyword", c.keyword, c.surface, text},
        {"string", c.string, c.surface, text},
        {"comment", c.comment, c.surface, text},
        {"condition", c.condition, c.surface, text},
    };
    for (const auto &ground : {c.window, c.surface, c.hover, c.selection}) {
        pairs.push_back({"text", c.text, ground, text});
        pairs.push_back({"secondary text", c.secondary, ground, text});
        pairs.push_back({"accent as text", c.accent, ground, text});
        pairs.push_back({"MASTER", c.master, ground, text});
        pairs.push_back({"BACKUP", c.backup, ground, text});
        pairs.push_back({"FAULT", c.fault, ground, text});
        pairs.push_back({"INIT", c.pending, ground, text});
        pairs.push_back({"unknown", c.unknown, ground, text});
    }
    return pairs;
}

} // namespace twinhelm::desk
