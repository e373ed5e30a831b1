namespace Throughcare.Population.Streams;

/// <summary>A choice among categories in file order, each with a share; the shares need not sum to 1.</summary>
public sealed class Weighted<T>
{
    private readonly T[] _items;
    private readonly double[] _cumulative;

    /// <exception cref="ArgumentException">There is no category, or no share above 0.</exception>
    public Weighted(IEnumerable<(T Item, double Share)> categories)
    {
        var list = categories.ToList();
        var total = list.Sum(c => c.Share);
        if (list.Count == 0 || !(total > 0))
        {
            throw new ArgumentException("A weighted choice needs a category with a share above 0.", nameof(categories));
        }

        _items = [.. list.Select(c => c.Item)];
        _cumulative = new double[list.Count];
        var sum = 0.0;
        for (var i = 0; i < list.Count; i++)
        {
            sum += list[i].Share;
            _cumulative[i] = sum / total;
        }
    }

    public IReadOnlyList<T> Items => _items;

    /// <summary>The first category whose cumulative share is above <paramref name="uniform"/>; the last if none is.</summary>
    public T At(double uniform)
    {
        for (var i = 0; i < _cumulative.Length; i++)
        {
            if (_cumulative[i] > uniform)
            {
                return _items[i];
            }
        }

        return _items[^1];
    }

    public T Draw(ref SeededNumbers stream) => At(stream.Uniform());
}
