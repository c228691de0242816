#include "gui/core/base/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::File)
};

} // namespace

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail("D0511", toStd(Text::tr("%1 cannot be read: %2").arg(path, file.errorString())),
                    toStd(Text::tr("Check that the file is there and that you may read it.")));
    return file.readAll();
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    const auto failed = [&path](const QString &why) {
        return fail(
            "D0512", toStd(Text::tr("%1 cannot be written: %2").arg(path, why)),
            toStd(Text::tr("The old file is untouched. Check free space and that you may write in its folder.")));
    };
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failed(Text::tr("its folder cannot be made"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(file.errorString());
    return {};
}

} // namespace twinhelm::desk
