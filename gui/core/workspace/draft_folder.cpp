#include "gui/core/workspace/draft_folder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QUrl>

#include "gui/core/base/file.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::DraftFolder)
};

constexpr char mark[] = "twinhelm-draft-1";

} // namespace

QByteArray DraftFolder::hashOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QString DraftFolder::pathOf(const QString &cluster) const
{
    const auto name = QString::fromLatin1(QUrl::toPercentEncoding(cluster, {}, "."));
    return QStringLiteral("%1/%2.draft").arg(folder_, name);
}

/// A line with what it is, then the bytes: mark, time, hash of the base, hash of the text.
Result<void> DraftFolder::keep(const QString &cluster, const Draft &draft) const
{
    if (folder_.isEmpty())
        return {};
    const auto head = QByteArray(mark) + ' ' + QByteArray::number(qlonglong(draft.time)) + ' ' + draft.base + ' ' +
                      hashOf(draft.text) + '\n';
    const auto path = pathOf(cluster);
    const bool made = QDir().mkpath(folder_);
    const auto written = writeFile(path, head + draft.text);
    if (!made || !written)
        return fail("D0521",
                    toStd(Text::tr("Unsaved changes cannot be kept in %1: %2")
                              .arg(path, written ? folder_ : toQt(written.error().what))),
                    toStd(Text::tr("If the desk ends now, they are lost; save them.")));
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

std::optional<DraftFolder::Draft> DraftFolder::find(const QString &cluster) const
{
    const auto bytes = folder_.isEmpty() || !QFile::exists(pathOf(cluster)) ? Result<QByteArray>(QByteArray())
                                                                            : readFile(pathOf(cluster));
    if (!bytes)
        return std::nullopt;
    const auto end = bytes->indexOf('\n');
    const auto words = bytes->left(end).split(' ');
    if (end < 0 || words.size() != 4 || words[0] != mark)
        return std::nullopt;
    bool isNumber = false;
    Draft draft{words[1].toLongLong(&isNumber), words[2], bytes->mid(end + 1)};
    return isNumber && hashOf(draft.text) == words[3] ? std::optional(draft) : std::nullopt;
}

void DraftFolder::drop(const QString &cluster) const
{
    if (!folder_.isEmpty())
        QFile::remove(pathOf(cluster));
}

} // namespace twinhelm::desk
