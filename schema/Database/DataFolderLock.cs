using System.Globalization;

namespace SocietyParty.Schema.Database;

/// <summary>One process a data folder. The operating system lets go of the lock when its holder dies, however it dies.</summary>
internal sealed class DataFolderLock : IDisposable
{
    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] SharingViolations = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _stream;

    private DataFolderLock(FileStream stream) => _stream = stream;

    /// <exception cref="DataFolderInUseException">Another process, or another cluster of this process, holds it.</exception>
    public static DataFolderLock Take(string folder)
    {
        var holderFile = Path.Combine(folder, "lock.holder");
        FileStream? stream = null;
        try
        {
            stream = new FileStream(Path.Combine(folder, DataFolder.LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // In a file of its own: the locked one cannot be read by the process that waits outside.
            File.WriteAllText(holderFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolderLock(stream);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new DatabaseSetupException(
                "SP-CLUSTER-203",
                (
                    $"The data folder {folder} belongs to another user: {denied.Message}",
                    $"数据文件夹“{folder}”属于另一个用户：{denied.Message} "
                ),
                ("Start as that user, or choose another folder with --data.", "请以该用户启动，或者用 --data 换一个文件夹。"),
                inner: denied
            );
        }
        catch (IOException held) when (SharingViolations.Contains(held.HResult))
        {
            throw new DataFolderInUseException(folder, ReadHolder(holderFile), held);
        }
        catch (IOException failure)
        {
            stream?.Dispose();
            throw new DatabaseSetupException(
                "SP-CLUSTER-202",
                ($"The data folder {folder} cannot be written: {failure.Message}", $"数据文件夹“{folder}”无法写入：{failure.Message} "),
                ("Mend that, or choose another folder with --data.", "请解决这个问题，或者用 --data 换一个文件夹。"),
                inner: failure
            );
        }
    }

    /// <summary>The file stays: removing it would let two processes lock two files of one name.</summary>
    public void Dispose() => _stream.Dispose();

    private static int? ReadHolder(string file)
    {
        try
        {
            return int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (IOException)
        {
            // The holder is writing it at this moment; the folder's name says enough.
            return null;
        }
    }
}
