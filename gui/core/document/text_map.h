#pragma once

#include <vector>

#include <QByteArray>
#include <QString>

namespace twinhelm::desk
{

/// Bytes of a document as a text widget shows them, with both ways of counting.
/// CRLF and lone CR show as one line break; every byte that is not UTF-8 shows as one U+FFFD, so no byte is lost or
/// merged when something else is edited. Pure value.
class TextMap
{
public:
    TextMap() = default;
    explicit TextMap(const QByteArray &bytes);

    [[nodiscard]] const QString &text() const { return text_; }
    /// UTF-16 position in text() -> byte offset. Clamped; a position inside a surrogate pair counts as its start.
    [[nodiscard]] qsizetype byteAt(qsizetype position) const;
    /// Byte offset -> UTF-16 position in text(). Clamped; an offset inside a character counts as its start.
    [[nodiscard]] qsizetype positionAt(qsizetype byte) const;
    /// The line break the document uses, so that typed ones match: CRLF when the first one is.
    [[nodiscard]] QByteArray lineBreak() const { return crlf_ ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n"); }
    /// Typed text as bytes of this document.
    [[nodiscard]] QByteArray encode(const QString &typed) const;

private:
    QString text_;
    std::vector<qsizetype> byteOf_; ///< for each UTF-16 unit its first byte, and the end
    bool crlf_ = false;
};

} // namespace twinhelm::desk
