namespace Throughcare.Risk;

/// <summary>How to calculate; the default is what the national service does.</summary>
/// <param name="Force">Static: the dynamic version is not tried and its missing answers are no problem, as for a Layer 1 assessment without
/// an interview. Dynamic (SNSV alone): a missing dynamic answer means no score. Nothing: dynamic where its answers suffice, else static.</param>
/// <param name="CapSanctions">Whether OGRS3 counts 51 sanctions at most, as the 2018 calculator did.</param>
public readonly record struct RiskOptions(ScoreType? Force = null, bool CapSanctions = false);
