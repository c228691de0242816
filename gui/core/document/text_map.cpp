#include "gui/core/document/text_map.h"

#include <algorithm>
#include <cstdint>

namespace twinhelm::desk
{

namespace
{

struct Decoded {
    char32_t character = QChar::ReplacementCharacter;
    qsizetype length = 1;
};

/// One character from the front, or one replacement for one byte that starts none (RFC 3629: no overlong forms,
/// no surrogates).
Decoded decodeOne(const QByteArray &bytes, qsizetype at)
{
    const auto byte = [&bytes](qsizetype i) { return static_cast<std::uint8_t>(bytes[i]); };
    const auto first = byte(at);
    if (first < 0x80)
        return {first, 1};
    const int length = first >= 0xF0 && first <= 0xF4  ? 4
                       : first >= 0xE0 && first < 0xF0 ? 3
                       : first >= 0xC2 && first < 0xE0 ? 2
                                                       : 0;
    if (length == 0 || at + length > bytes.size())
        return {};
    char32_t character = first & (0xFFU >> (length + 1));
    for (int i = 1; i < length; ++i) {
        const auto next = byte(at + i);
        if ((next & 0xC0U) != 0x80U)
            return {};
        character = (character << 6U) | (next & 0x3FU);
    }
    const bool overlong = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    if (overlong || QChar::isSurrogate(character) || character > QChar::LastValidCodePoint)
        return {};
    return {character, length};
}

} // namespace

TextMap::TextMap(const QByteArray &bytes)
{
    text_.reserve(bytes.size());
    byteOf_.reserve(static_cast<std::size_t>(bytes.size()) + 1);
    bool breakSeen = false;
    for (qsizetype at = 0; at < bytes.size();) {
        auto [character, length] = decodeOne(bytes, at);
        if (character == U'\r') {
            const bool pair = at + 1 < bytes.size() && bytes[at + 1] == '\n';
            length = pair ? 2 : 1;
            character = U'\n';
            crlf_ = crlf_ || (pair && !breakSeen);
        }
        breakSeen = breakSeen || character == U'\n';
        if (QChar::requiresSurrogates(character)) {
            text_ += QChar(QChar::highSurrogate(character));
            text_ += QChar(QChar::lowSurrogate(character));
            byteOf_.push_back(at);
        } else {
            text_ += QChar(static_cast<char16_t>(character));
        }
        byteOf_.push_back(at);
        at += length;
    }
    byteOf_.push_back(bytes.size());
}

qsizetype TextMap::byteAt(qsizetype position) const
{
    if (byteOf_.empty())
        return 0;
    const auto last = static_cast<qsizetype>(byteOf_.size()) - 1;
    return byteOf_[static_cast<std::size_t>(std::clamp<qsizetype>(position, 0, last))];
}

qsizetype TextMap::positionAt(qsizetype byte) const
{
    if (byteOf_.empty())
        return 0;
    auto found = std::upper_bound(byteOf_.begin(), byteOf_.end(), std::max<qsizetype>(byte, 0));
    --found; // the last unit that begins at or before the byte
    return std::lower_bound(byteOf_.begin(), byteOf_.end(), *found) - byteOf_.begin();
}

QByteArray TextMap::encode(const QString &typed) const
{
    QString text = typed;
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    auto bytes = text.toUtf8();
    if (crlf_)
        bytes.replace("\r\n", "\n").replace("\n", "\r\n");
    return bytes;
}

} // namespace twinhelm::desk
