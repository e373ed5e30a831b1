namespace Throughcare.Population.Files;

/// <summary>What was written.</summary>
/// <param name="FileName">The name that belongs to the content.</param>
/// <param name="Day">The day of the file.</param>
/// <param name="Records">Probation records, or rows below the header row.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Sha256">Of all bytes, in lower-case hexadecimal.</param>
public sealed record FileReport(string FileName, DateOnly Day, int Records, long Bytes, string Sha256);
