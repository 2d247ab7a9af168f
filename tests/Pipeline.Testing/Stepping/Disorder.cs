namespace Pipeline.Testing.Stepping;

/// <summary>What a <see cref="SteppedHost"/> does to deliveries beside handing them out in order.</summary>
/// <param name="Random">Seeded, so that a failure can be repeated. Decides which of the waiting deliveries comes next.</param>
/// <param name="Duplicates">Share of deliveries that come a second time right after the first, 0 to 1.</param>
/// <param name="Concurrent">Share of deliveries that come twice at the same time, 0 to 1.</param>
/// <param name="Drops">Share of deliveries that are lost and come again after their lease, 0 to 1.</param>
public sealed record Disorder(Random Random, double Duplicates = 0, double Concurrent = 0, double Drops = 0);
