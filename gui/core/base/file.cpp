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

QString tr(const char *text)
{
    return QCoreApplication::translate("File", text);
}

} // namespace

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail("D0511", toStd(tr("%1 cannot be read: %2").arg(path, file.errorString())),
                    toStd(tr("Check that the file is there and that you may read it.")));
    return file.readAll();
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    const auto failed = [&path](const QString &why) {
        return fail("D0512", toStd(tr("%1 cannot be written: %2").arg(path, why)),
                    toStd(tr("The old file is untouched. Check free space and that you may write in its folder.")));
    };
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failed(tr("its folder cannot be made"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(file.errorString());
    return {};
}

} // namespace twinhelm::desk
