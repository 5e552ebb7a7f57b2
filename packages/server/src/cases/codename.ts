// A name for a case that tells nothing of it, for where others may listen.

const FIRST =
  'amber azure brass bright calm cedar chalk cobalt copper coral crisp distant drift early even far faint flint gentle granite grey harbour hazel high hollow inland iron ivory late lean light long low lunar maple marble mild misty narrow north oak ochre old open pale plain quiet rapid red rough russet sable sandy silent slate slow small solar south steady still stone swift tall tidal warm west white wide winter'.split(
    ' ',
  );
const SECOND =
  'albatross anchor auk avocet beacon bittern bollard bunting buoy capstan compass cormorant crane curlew cutter dotterel dunlin eider ensign fathom fulmar gannet garnet godwit grebe guillemot gull halyard harrier helm heron jetty keel kestrel kite kittiwake knot lantern lapwing lark linnet lookout mast merlin osprey petrel pilot pintail pipit plover puffin quay rudder sail sanderling sextant shearwater skua smew spar swan teal tern tiller turnstone wagtail whimbrel wren'.split(
    ' ',
  );

/** @param random bytes that nobody can guess */
export function codenameFrom(random: (count: number) => Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = random(4);
  const word = (words: readonly string[], at: number) => words[at % words.length] ?? '';
  return `${word(FIRST, a * 256 + b)} ${word(SECOND, c * 256 + d)}`;
}
