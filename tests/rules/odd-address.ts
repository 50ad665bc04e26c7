import fc from 'fast-check';
import trackingTable from '../../data/tracking-parameters.json' with { type: 'json' };

/** Addresses of the sites we know, with parameters we know, in odd spellings. */
export function oddAddress(): fc.Arbitrary<string> {
  const words = (list: string) => list.split(' ');
  const listedHosts = Object.keys(trackingTable.hosts).map((host) => host.replace('*', 'co.uk'));
  const doors = words(
    'youtu.be player.vimeo.com docs.google.com drive.google.com x.com amzn.com google.com href.li l.facebook.com a.cdn.ampproject.org',
  );
  const host = fc
    .tuple(
      fc.constantFrom('', '', 'www.', 'www.www.', 'm.', 'mobile.', 'en.m.', 'amp.'),
      fc.constantFrom(...listedHosts, ...doors, 'example.org', 'example.org.'),
    )
    .map((parts) => parts.join(''));
  const segment = fc.constantFrom(
    ...words(
      'a A amp a-b-c-d 2016 x.html watch embed shorts url redirect l.php open file document forms d e 1aaaaaaaaa edit view pub u 0 status i web',
    ),
    ...words('721852617572552704 dp gp product B00ABCDE12 ref=x %7e %2F %2e %% %25 %%34%31 @b (c) [d] é s c wiki #!/x'),
    '',
  );
  const value = fc.oneof(
    fc.constantFrom(
      ...words('1 aBcDeF12345 PLabc https://example.org/a https%3A%2F%2Fyoutu.be%2FaBcDeF12345 https://t.co/x… %2526 a=b + %20 %'),
      '',
    ),
    fc.string({ maxLength: 5 }).map(encodeURIComponent),
  );
  const name = fc.constantFrom(
    ...trackingTable.global,
    ...Object.values(trackingTable.hosts).flat(),
    ...words('q url u v list id a b amp amp;a u%74m_x https://x'),
  );
  const parameter = fc.oneof(
    fc.tuple(name, value).map((pair) => pair.join('=')),
    name,
    value,
  );
  return fc
    .tuple(
      fc.constantFrom('http', 'https', 'HTTP'),
      host,
      fc.constantFrom('', '', ':80', ':443', ':8080'),
      fc.array(segment, { maxLength: 6 }),
      fc.array(parameter, { maxLength: 4 }),
      fc.constantFrom('', '#a', '#!/a/', '#/', '#!', '#q=a', '#%21x', '#a/'),
    )
    .map(([scheme, site, port, path, query, hash]) => `${scheme}://${site}${port}/${path.join('/')}?${query.join('&')}${hash}`);
}
