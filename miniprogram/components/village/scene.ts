/** The little village: houses, a tree and the sun. On the header's indigo, or on paper in an empty page. */
export function drawVillage(on: 'header' | 'paper'): string {
  const header = on === 'header';
  const roof = '#0a2f4c';
  const hill = header ? '#2b6a97' : '#d6e4ef';
  const ground = header ? '#0f3f64' : '#aecbdf';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 70">
<path d="M30 64C80 60 130 34 200 26v40H30z" fill="${hill}"${header ? ' fill-opacity=".55"' : ''}/>
<circle cx="136" cy="15" r="12" fill="#f0c878"/>
<path d="M2 66c60-6 130-6 196 0v4H2z" fill="${ground}"/>
<path d="M12 48h34v18H12z" fill="#dfe7ee"/><path d="M8 50L29 34l21 16z" fill="${roof}"/><path d="M25 54h8v12h-8z" fill="#2b6a97"/>
<path d="M46 38h4v-5h12v-8h20v8h14v5h4v28H46z" fill="#f6f9fb"/>
<path d="M62 22h20v4H62zM52 30h14v4H52zM78 30h16v4H78zM44 38h12v4H44zM90 38h12v4H90z" fill="${roof}"/>
<path d="M67 30h10v8H67zM67 48h10v18H67z" fill="#17517d"/>
<path d="M98 48h42v18H98z" fill="#dfe7ee"/><path d="M90 37h44l14 12H96z" fill="${roof}"/>
<path d="M104 53h7v7h-7zM122 53h7v7h-7z" fill="#2b6a97"/>
<path d="M164 46h3v20h-3z" fill="${roof}"/><circle cx="166" cy="42" r="12" fill="#4f9a76"/><circle cx="157" cy="48" r="7" fill="#3a7d5d"/>
</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg.replace(/\n/g, ''))}`;
}
